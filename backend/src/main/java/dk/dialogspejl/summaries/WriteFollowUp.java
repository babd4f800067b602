package dk.dialogspejl.summaries;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each focus point, in the summary's order. */
@Schema(requiredProperties = "outcomes", example = """
                {"outcomes": [{"status": "KEPT_GOING", "note": "Skærmen er drejet væk."},
                 {"status": "IN_PROGRESS", "note": ""}]}""")
public record WriteFollowUp(
        @NotNull @Size(max = 10) @Schema(description = "One for each focus point")
        List<@NotNull @Valid Outcome> outcomes) {

    /** What became of one focus point. */
    @Schema(name = "FollowUpOutcome", requiredProperties = "note")
    public record Outcome(
            @Schema(description = "Null for not decided yet")
            FocusPointStatus status,

            @NotNull @PlainText(max = 1000) String note) {}
}
