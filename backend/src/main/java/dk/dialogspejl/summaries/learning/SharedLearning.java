package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.platform.http.Cursor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sentence as the team reads it: with a name and a day, or with a period and nothing else. */
@Schema(
        requiredProperties = {"id", "sentence"},
        example = """
                {"id": "5b0f0c0e-3c9b-4c1e-9f5a-0b8d5a3f7c21",
                 "sentence": "Når jeg holder en pause efter spørgsmålet, fortæller borgeren mere.",
                 "from": "2026-10-01", "until": "2027-01-01"}""")
public record SharedLearning(
        @Schema(description = "Random: it tells one from another, and nothing of when")
        UUID id,

        String sentence,

        @Schema(description = "Whose it is; null for without a name")
        PersonRef by,

        @Schema(description = "With a name: the day it was released")
        LocalDate on,

        @Schema(description = "Without a name: the first day of the time it is from")
        LocalDate from,

        @Schema(description = "Without a name: the day after its last, when all of it was shown at once")
        LocalDate until) {

    static SharedLearning of(Learning learning) {
        return learning.isNamed()
                ? new SharedLearning(
                        learning.place(),
                        learning.sentence(),
                        PersonRef.of(learning.author()),
                        learning.shownOn(),
                        null,
                        null)
                : new SharedLearning(
                        learning.place(),
                        learning.sentence(),
                        null,
                        null,
                        learning.pool().periodFrom(),
                        learning.pool().periodUntil());
    }

    /** Where it stands in the list: by a day and by chance. */
    Cursor position() {
        return new Cursor((on == null ? until : on).atStartOfDay(ZoneOffset.UTC).toInstant(), id);
    }
}
