package dk.dialogspejl.integration;

import dk.dialogspejl.summaries.FocusPoint;
import dk.dialogspejl.summaries.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A concluded summary as HR reads it, while its evaluatee shares it. Never a reflection, a note or a score. */
@Schema(
        name = "SharedSummary",
        requiredProperties = {
            "id",
            "revision",
            "name",
            "workedWell",
            "focusPoints",
            "learning",
            "followUpHow",
            "followUpOn",
            "concludedAt",
            "sharedAt"
        },
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f40", "revision": 7, "employeeNumber": "10412", "name": "Anna Holm",
                 "team": "Borgerservice", "workedWell": "Roen og øjenkontakten fra start.",
                 "focusPoints": ["Slip skærmen mens borgeren taler", "Lad borgeren opsummere til sidst"],
                 "learning": "Vi prøver pausen af på teammødet.", "followUpHow": "En kop kaffe og et kvarter",
                 "followUpOn": "2027-01-14", "concludedAt": "2026-12-16T09:45:00Z", "sharedAt": "2026-12-17T08:00:00Z"}""")
public record SharedSummaryView(
        UUID id,
        int revision,

        @Schema(description = "The person's number in the HR system")
        String employeeNumber,

        @Schema(description = "The person the round was about")
        String name,

        @Schema(description = "Name of the person's team") String team,
        String workedWell,
        List<String> focusPoints,
        String learning,
        String followUpHow,
        LocalDate followUpOn,
        Instant concludedAt,
        Instant sharedAt) {

    static SharedSummaryView of(Summary summary) {
        var person = summary.round().evaluatee();
        return new SharedSummaryView(
                summary.id(),
                summary.revision(),
                person.employeeNumber(),
                person.name(),
                person.team() == null ? null : person.team().name(),
                summary.workedWell(),
                summary.focusPoints().stream().map(FocusPoint::text).toList(),
                summary.learning(),
                summary.followUpHow(),
                summary.followUpOn(),
                summary.concludedAt(),
                summary.sharedAt());
    }
}
