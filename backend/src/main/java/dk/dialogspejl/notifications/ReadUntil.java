package dk.dialogspejl.notifications;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Up to where the reader has seen everything. */
@Schema(requiredProperties = "until", example = "{\"until\": \"2026-11-22T09:15:00Z\"}")
public record ReadUntil(
        @NotNull @Schema(description = "The time of the newest that was seen, so that what came meanwhile stays unread")
        Instant until) {}
