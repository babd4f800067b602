package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.rounds.series.RoundSeries;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The leader who started the round, with others for the team. */
@Schema(requiredProperties = "leader", example = """
                {"leader": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f02", "name": "Karen Skov"},
                 "message": "Jeg glæder mig til at høre hvad I tager med fra det."}""")
public record StartedBy(
        PersonRef leader,

        @Schema(description = "What the leader wrote to everybody")
        String message) {

    /** Null for none. */
    static StartedBy of(RoundSeries series) {
        return series == null ? null : new StartedBy(PersonRef.of(series.startedBy()), series.message());
    }
}
