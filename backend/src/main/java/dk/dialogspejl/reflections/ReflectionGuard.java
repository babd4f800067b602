package dk.dialogspejl.reflections;

import dk.dialogspejl.rounds.Condition;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.rounds.StepGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Something is written before the two go on to talk. */
@ApplicationScoped
class ReflectionGuard implements StepGuard {

    @Inject
    EntityManager entities;

    @Override
    public Map<UUID, Set<Condition>> unmet(Collection<Round> rounds, UUID personId) {
        List<Round> asked = rounds.stream()
                .filter(round -> round.status() == RoundStatus.REFLECTING)
                .toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Set<Condition>> unmet = new HashMap<>();
        asked.forEach(round -> unmet.put(round.id(), Set.of(Condition.NOTHING_REFLECTED)));
        entities.createQuery(
                        "select distinct f.dialogue.round.id from Reflection f"
                                + " where holds(:rounds, f.dialogue.round.id) and not f.blank",
                        UUID.class)
                .setParameter("rounds", Rounds.idsOf(asked))
                .getResultList()
                .forEach(unmet::remove);
        return unmet;
    }
}
