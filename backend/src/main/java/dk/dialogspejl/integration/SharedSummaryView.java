package dk.dialogspejl.integration;

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
            "sharedAt",
            "changedAt"
        },
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f40", "revision": 1, "employeeNumber": "10412",
                 "name": "Anna Holm", "teamId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "team": "Borgerservice",
                 "workedWell": "Roen og øjenkontakten fra start.",
                 "focusPoints": ["Slip skærmen mens borgeren taler", "Lad borgeren opsummere til sidst"],
                 "learning": "Vi prøver pausen af på teammødet.", "followUpHow": "En kop kaffe og et kvarter",
                 "followUpOn": "2027-01-14", "concludedAt": "2026-12-16T09:45:00Z",
                 "sharedAt": "2026-12-17T08:00:00Z", "changedAt": "2026-12-17T08:00:00Z"}""")
public record SharedSummaryView(
        UUID id,

        @Schema(description = "Grows each time that anything here changes, and by a removal")
        int revision,

        @Schema(description = "The person's number in the HR system")
        String employeeNumber,

        @Schema(description = "The person the round was about")
        String name,

        @Schema(description = "The person's team, as it is now")
        UUID teamId,

        @Schema(description = "Its name") String team,
        String workedWell,
        List<String> focusPoints,
        String learning,
        String followUpHow,
        LocalDate followUpOn,
        Instant concludedAt,
        Instant sharedAt,
        Instant changedAt) {}
