package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that has happened. It says no more than that: whoever wants to know more reads it by the API. */
@Entity
@Immutable
public class WebhookEvent extends TenantEntity {

    private EventType type;
    private UUID subjectId;
    private Instant occurredAt;

    protected WebhookEvent() {}

    WebhookEvent(EventType type, UUID subjectId, Instant occurredAt) {
        this.type = type;
        this.subjectId = subjectId;
        this.occurredAt = occurredAt;
    }

    EventType type() {
        return type;
    }

    UUID subjectId() {
        return subjectId;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    /** The body that is sent, the same each time. Nothing in it has to be escaped. */
    String body() {
        return """
                {"type":"%s","timestamp":"%s","data":{"id":"%s"}}""".formatted(type.text(), occurredAt, subjectId);
    }
}
