package dk.dialogspejl.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long to keep what from now on. */
@Schema(
        requiredProperties = {
            "reflectionMonths",
            "noteMonths",
            "summaryMonths",
            "accountMonths",
            "accessLogMonths",
            "auditMonths"
        },
        example = """
                {"reflectionMonths": 12, "noteMonths": 12, "summaryMonths": 36, "accountMonths": 6, "accessLogMonths": 24,
                 "auditMonths": 24}""")
record ChangeRetention(
        @NotNull @Min(1) @Max(120) Integer reflectionMonths,
        @NotNull @Min(1) @Max(120) Integer noteMonths,
        @NotNull @Min(1) @Max(120) Integer summaryMonths,
        @NotNull @Min(1) @Max(120) Integer accountMonths,
        @NotNull @Min(12) @Max(120) Integer accessLogMonths,
        @NotNull @Min(12) @Max(120) Integer auditMonths) {}
