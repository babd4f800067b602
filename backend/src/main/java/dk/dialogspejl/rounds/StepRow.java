package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.PersonRef;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step in a round's history. */
@Schema(
        requiredProperties = {"step", "to", "by", "at"},
        example = """
                {"step": "START", "from": "PREPARING", "to": "CONDUCTING",
                 "by": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Anna Holm"}, "at": "2026-11-22T09:30:00Z"}""")
public record StepRow(
        RoundStep step,

        @Schema(description = "Null for the step that created the round")
        RoundStatus from,

        RoundStatus to,
        PersonRef by,
        Instant at,

        @Schema(description = "Why, where the person said so")
        String note) {

    static StepRow of(StepTaken step) {
        return new StepRow(
                step.step(), step.from(), step.to(), PersonRef.of(step.takenBy()), step.takenAt(), step.note());
    }
}
