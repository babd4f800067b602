package dk.dialogspejl.summaries;

import dk.dialogspejl.platform.http.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was agreed to work on, and what became of it. */
@Schema(
        requiredProperties = {"version", "how", "on", "focusPoints"},
        example = """
                {"version": 1, "how": "En kop kaffe og et kvarter", "on": "2027-01-14",
                 "focusPoints": [{"text": "Slip skærmen mens borgeren taler", "status": "KEPT_GOING", "note": "Skærmen er drejet væk."}]}""")
public record FollowUpView(int version, String how, LocalDate on, List<Point> focusPoints) implements Versioned {

    /** A focus point and what became of it. */
    @Schema(
            name = "FollowedUpPoint",
            requiredProperties = {"text", "note"})
    public record Point(
            String text,

            @Schema(description = "Null for not decided yet")
            FocusPointStatus status,

            String note) {

        static Point of(FocusPoint point) {
            return new Point(point.text(), point.status(), point.note());
        }
    }

    static FollowUpView of(Summary summary) {
        return new FollowUpView(
                summary.followUpRevision(),
                summary.followUpHow(),
                summary.followUpOn(),
                summary.focusPoints().stream().map(Point::of).toList());
    }
}
