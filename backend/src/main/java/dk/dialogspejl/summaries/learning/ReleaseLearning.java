package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What I release to my team. */
@Schema(
        requiredProperties = {"sentence", "named"},
        example = """
                {"sentence": "Når jeg holder en pause efter spørgsmålet, fortæller borgeren mere.", "named": false}""")
public record ReleaseLearning(
        @NotNull @PlainText(min = 1, max = 280) String sentence,

        @NotNull @Schema(description = "Under my name; it cannot be without afterwards")
        Boolean named) {}
