package dk.dialogspejl.integration.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can have happened, and the id that is told with it. */
@Schema(name = "WebhookEventType")
public enum EventType {
    /** The round's id. */
    @JsonProperty("round.started")
    ROUND_STARTED("round.started"),

    /** The round's id. */
    @JsonProperty("round.concluded")
    ROUND_CONCLUDED("round.concluded"),

    /** HR may read a summary from now on: its id. */
    @JsonProperty("summary.shared")
    SUMMARY_SHARED("summary.shared"),

    /** HR may read it no longer, because its evaluatee says so or because it is gone: its id. */
    @JsonProperty("summary.withdrawn")
    SUMMARY_WITHDRAWN("summary.withdrawn"),

    /** Nothing; an administrator wants to see whether it arrives: the webhook's id. */
    @JsonProperty("webhook.test")
    WEBHOOK_TEST("webhook.test");

    /** Those that a webhook can ask for. */
    static final Set<EventType> ASKED_FOR = EnumSet.complementOf(EnumSet.of(WEBHOOK_TEST));

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    /** As receivers see it. */
    public String text() {
        return text;
    }

    static EventType of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** To and from its column. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<EventType, String> {

        @Override
        public String convertToDatabaseColumn(EventType type) {
            return type == null ? null : type.text;
        }

        @Override
        public EventType convertToEntityAttribute(String text) {
            return text == null ? null : of(text);
        }
    }
}
