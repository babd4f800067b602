package dk.dialogspejl.rounds;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When and where the two will talk. */
@Schema(
        requiredProperties = {"at", "minutes"},
        example = "{\"at\": \"2026-12-16T09:00:00Z\", \"minutes\": 60, \"place\": \"Mødelokale 2\"}")
public record PlanTalk(
        @NotNull @Schema(description = "In the future, where it is changed")
        Instant at,

        @NotNull @Min(10) @Max(480) @Schema(description = "How long it may take")
        Integer minutes,

        @PlainText(max = 200) @Schema(description = "Left out where that is open")
        String place) {}
