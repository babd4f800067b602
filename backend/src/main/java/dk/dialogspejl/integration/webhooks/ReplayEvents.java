package dk.dialogspejl.integration.webhooks;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for what has happened to be sent again. */
@Schema(requiredProperties = "since", example = "{\"since\": \"2026-12-17T00:00:00Z\"}")
public record ReplayEvents(
        @NotNull
        @Schema(description = "All that has happened from then on, as far back as events are kept: thirty days")
        Instant since) {}
