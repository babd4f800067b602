package dk.dialogspejl.summaries;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole text of the summary. It may be half written; only an approval asks for all of it. */
@Schema(
        requiredProperties = {"workedWell", "focusPoints", "learning", "followUpHow"},
        example = """
                {"workedWell": "Roen og øjenkontakten fra start.",
                 "focusPoints": ["Slip skærmen mens borgeren taler", "Lad borgeren opsummere til sidst"],
                 "focusPointTopics": ["needs", "closing"],
                 "learning": "Vi prøver pausen af på teammødet.", "followUpHow": "En kop kaffe og et kvarter",
                 "followUpOn": "2027-01-14"}""")
public record WriteSummary(
        @NotNull @PlainText(max = 5000) @Schema(description = "What worked well in the dialogues")
        String workedWell,

        @NotNull @Size(max = 10) @Schema(description = "Two or three things to work on, in order")
        List<@NotNull @PlainText(max = 500) String> focusPoints,

        @Size(max = 10)
        @Schema(
                description =
                        "The guide's topic that each is about, by key and in the same order; an empty text for none."
                                + " Without them, each keeps what it has")
        List<@NotNull @PlainText(max = 50) String> focusPointTopics,

        @NotNull
        @PlainText(max = 5000)
        @Schema(description = "What goes into the further work with quality in dialogues")
        String learning,

        @NotNull @PlainText(max = 2000) @Schema(description = "How to follow up")
        String followUpHow,

        @Schema(description = "When to follow up; not a past day")
        LocalDate followUpOn) {

    /** Of the point in this place; null to leave it as it is. */
    String topic(int position) {
        if (focusPointTopics == null) {
            return null;
        }
        return position < focusPointTopics.size() ? focusPointTopics.get(position) : "";
    }

    boolean says(Summary summary) {
        return workedWell.equals(summary.workedWell())
                && focusPoints.equals(
                        summary.focusPoints().stream().map(FocusPoint::text).toList())
                && summary.focusPoints().stream()
                        .allMatch(point ->
                                topic(point.position()) == null || point.topic().equals(topic(point.position())))
                && learning.equals(summary.learning())
                && followUpHow.equals(summary.followUpHow())
                && Objects.equals(followUpOn, summary.followUpOn());
    }
}
