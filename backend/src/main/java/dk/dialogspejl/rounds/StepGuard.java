package dk.dialogspejl.rounds;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a later feature knows that a step waits for. Each feature that guards steps has one; rounds ask all
 * of them and know none.
 */
public interface StepGuard {

    /**
     * The conditions of this feature that are unmet, by round id; a round with none may be left out. Takes
     * a constant number of statements, however many rounds.
     *
     * @param personId the participant who would take the step
     */
    Map<UUID, Set<Condition>> unmet(Collection<Round> rounds, UUID personId);
}
