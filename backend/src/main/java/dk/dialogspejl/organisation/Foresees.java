package dk.dialogspejl.organisation;

import java.util.UUID;
import java.util.stream.Stream;

/** What a feature knows of what follows for it when somebody goes. Counts alone: whoever asks sees no rounds. */
public interface Foresees {

    /** When they are deactivated; what counts none may be among it. */
    Stream<Effect> ofLeaving(UUID personId);

    /** When they come to be in another team, or in none. */
    default Stream<Effect> ofMoving(UUID personId, UUID formerTeam) {
        return Stream.empty();
    }
}
