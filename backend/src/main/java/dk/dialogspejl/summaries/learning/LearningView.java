package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.organisation.TeamRef;
import dk.dialogspejl.platform.http.Versioned;
import dk.dialogspejl.platform.time.Quarter;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sentence of a round, as its author sees it, and nobody else. */
@Schema(
        requiredProperties = {"version", "state", "named", "shownFrom"},
        example = """
                {"version": 1, "state": "WAITING",
                 "sentence": "Når jeg holder en pause efter spørgsmålet, fortæller borgeren mere.", "named": false,
                 "team": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Borgerservice"}, "shownFrom": "2027-01-01"}""")
public record LearningView(
        int version,
        LearningState state,

        @Schema(description = "Null while none is released") String sentence,

        @Schema(description = "Under my name. It stays so when the sentence is taken back: another cannot be without")
        boolean named,

        @Schema(description = "Whose members and leaders read it, or would; null where I am in none")
        TeamRef team,

        @Schema(
                description =
                        "Without a name: from when on it can be read, or the first day that it may be, if five of the"
                                + " team have concluded a round by then")
        LocalDate shownFrom)
        implements Versioned {

    /**
     * @param mine the team that the author is in now; null for none
     * @param running the quarter that it is
     */
    static LearningView of(Learning learning, Team mine, Quarter running) {
        Team team = learning.state() == LearningState.NOT_RELEASED ? mine : learning.team();
        return new LearningView(
                learning.version(),
                learning.state(),
                learning.sentence(),
                learning.isNamed(),
                team == null ? null : TeamRef.of(team),
                learning.state() == LearningState.SHOWN ? learning.shownOn() : running.until());
    }
}
