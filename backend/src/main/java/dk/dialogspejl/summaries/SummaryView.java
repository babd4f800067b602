package dk.dialogspejl.summaries;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.platform.http.Versioned;
import dk.dialogspejl.rounds.Participant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The joint summary as both participants see it. */
@Schema(
        requiredProperties = {
            "version",
            "workedWell",
            "focusPoints",
            "focusPointTopics",
            "learning",
            "followUpHow",
            "sharedWithHr"
        },
        example = """
                {"version": 7, "workedWell": "Roen og øjenkontakten fra start.",
                 "focusPoints": ["Slip skærmen mens borgeren taler", "Lad borgeren opsummere til sidst"],
                 "focusPointTopics": ["needs", "closing"],
                 "learning": "Vi prøver pausen af på teammødet.", "followUpHow": "En kop kaffe og et kvarter",
                 "followUpOn": "2027-01-14", "editedBy": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund"},
                 "editedAt": "2026-12-16T09:40:00Z", "evaluateeApprovedAt": "2026-12-16T09:41:00Z",
                 "sharedWithHr": false}""")
public record SummaryView(
        @Schema(description = "Counts edits of the text; approvals do not change it")
        int version,

        String workedWell,
        List<String> focusPoints,

        @Schema(description = "The guide's topic that each is about, by key; an empty text for none")
        List<String> focusPointTopics,

        String learning,
        String followUpHow,
        LocalDate followUpOn,
        @Schema(description = "Who edited last") PersonRef editedBy,
        Instant editedAt,
        Instant evaluateeApprovedAt,
        Instant partnerApprovedAt,
        Instant concludedAt,

        @Schema(description = "Whether the evaluatee lets HR read it")
        boolean sharedWithHr)
        implements Versioned {

    static SummaryView of(Summary summary) {
        return new SummaryView(
                summary.revision(),
                summary.workedWell(),
                summary.focusPoints().stream().map(FocusPoint::text).toList(),
                summary.focusPoints().stream().map(FocusPoint::topic).toList(),
                summary.learning(),
                summary.followUpHow(),
                summary.followUpOn(),
                PersonRef.of(summary.editedBy()),
                summary.editedAt(),
                summary.approvedAt(Participant.EVALUATEE),
                summary.approvedAt(Participant.PARTNER),
                summary.concludedAt(),
                summary.sharedAt() != null);
    }
}
