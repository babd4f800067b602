package dk.dialogspejl.integration.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event for a webhook, and each attempt at delivering it. What a receiver answered is not kept. */
@Schema(
        name = "WebhookDelivery",
        requiredProperties = {"id", "eventId", "type", "subjectId", "occurredAt", "status", "attempts"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f90", "eventId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f91",
                 "type": "summary.shared", "subjectId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f40",
                 "occurredAt": "2026-12-17T08:00:00Z", "status": "WAITING", "nextAttemptAt": "2026-12-17T08:01:18Z",
                 "attempts": [{"number": 1, "at": "2026-12-17T08:00:00Z", "outcome": "NOT_ACCEPTED", "status": 503,
                               "milliseconds": 41}]}""")
public record DeliveryView(
        UUID id,

        @Schema(description = "The header `webhook-id`: the same each time it is sent")
        UUID eventId,

        EventType type,

        @Schema(description = "What it is about: `data.id`") UUID subjectId,
        Instant occurredAt,
        DeliveryStatus status,

        @Schema(description = "While it waits: when it is sent again if the attempt that is made now, if any, fails")
        Instant nextAttemptAt,

        List<AttemptRow> attempts) {

    /** One attempt. */
    @Schema(
            name = "WebhookAttempt",
            requiredProperties = {"number", "at"})
    public record AttemptRow(
            int number,
            Instant at,

            @Schema(description = "Left out while it is being made")
            AttemptOutcome outcome,

            @Schema(description = "The HTTP status, where there was an answer")
            Integer status,

            @Schema(description = "How long it took") Integer milliseconds) {}

    /** @param dueAt null where it does not wait */
    static DeliveryView of(Delivery delivery, Instant dueAt) {
        WebhookEvent event = delivery.event();
        return new DeliveryView(
                delivery.id(),
                event.id(),
                event.type(),
                event.subjectId(),
                event.occurredAt(),
                delivery.status(),
                dueAt,
                delivery.made().stream()
                        .map(attempt -> new AttemptRow(
                                attempt.number(),
                                attempt.begunAt(),
                                attempt.outcome(),
                                attempt.status(),
                                attempt.milliseconds()))
                        .toList());
    }
}
