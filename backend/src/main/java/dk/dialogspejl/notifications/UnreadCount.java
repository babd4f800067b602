package dk.dialogspejl.notifications;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much the reader has not read. */
@Schema(requiredProperties = "count", example = "{\"count\": 2}")
public record UnreadCount(
        @Schema(description = "100 stands for 100 or more") int count) {}
