package dk.dialogspejl.integration.webhooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dk.dialogspejl.platform.http.Located;
import dk.dialogspejl.platform.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as an administrator sees it. */
@Schema(
        name = "Webhook",
        requiredProperties = {"id", "version", "name", "url", "events", "createdAt", "secrets"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f80", "version": 2, "name": "Kommunens HR-system",
                 "url": "https://hr.example.org/dialogspejl", "events": ["summary.shared", "summary.withdrawn"],
                 "createdAt": "2026-12-01T08:00:00Z", "failingSince": "2026-12-18T02:10:00Z",
                 "secrets": [{"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f81", "createdAt": "2026-12-01T08:01:00Z"}]}""")
public record WebhookView(
        UUID id,
        int version,
        String name,
        String url,
        List<EventType> events,
        Instant createdAt,

        @Schema(description = "Since when nothing has reached it. After three days it is disabled")
        Instant failingSince,

        @Schema(description = "Since when nothing is sent to it")
        Instant disabledAt,

        DisabledBecause disabledBecause,

        @Schema(description = "Each event is signed with all of them. They cannot be read again")
        List<SecretRow> secrets)
        implements Versioned, Located {

    /** A secret that events are signed with. */
    @Schema(
            name = "WebhookSecret",
            requiredProperties = {"id", "createdAt"})
    public record SecretRow(UUID id, Instant createdAt) {}

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.version(),
                webhook.name(),
                webhook.url(),
                webhook.events(),
                webhook.createdAt(),
                webhook.failingSince(),
                webhook.disabledAt(),
                webhook.disabledBecause(),
                webhook.secrets().stream()
                        .map(secret -> new SecretRow(secret.id(), secret.createdAt()))
                        .toList());
    }

    @Override
    @JsonIgnore
    public String locatedAt() {
        return "/webhooks/" + id;
    }
}
