package dk.dialogspejl.live;

import dk.dialogspejl.rounds.RoundPart;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a stream tells. Never anything that people wrote: that is read where reading it is decided. */
@Schema(requiredProperties = "kind", description = """
                `CHANGED`: read this `part` of the round again; whatever changed, the round's `allowedSteps` and `waitingFor`
                may have, too. `PRESENT`: the other people there now, the first event of each stream and then whenever it
                changes. `ALIVE`: nothing new, every 15 seconds; a client that has heard nothing for 40 should open another
                stream.""", example = "{\"kind\": \"CHANGED\", \"part\": \"SUMMARY\"}")
public record LiveEvent(
        Kind kind,

        @Schema(description = "With `CHANGED` only") RoundPart part,

        @Schema(description = "With `PRESENT` only; empty for nobody else")
        List<PresentPerson> people) {

    /** What a stream can tell. */
    @Schema(name = "LiveEventKind")
    public enum Kind {
        CHANGED,
        PRESENT,
        ALIVE
    }

    static final LiveEvent ALIVE = new LiveEvent(Kind.ALIVE, null, null);

    static LiveEvent changed(RoundPart part) {
        return new LiveEvent(Kind.CHANGED, part, null);
    }

    static LiveEvent present(List<PresentPerson> people) {
        return new LiveEvent(Kind.PRESENT, null, people);
    }
}
