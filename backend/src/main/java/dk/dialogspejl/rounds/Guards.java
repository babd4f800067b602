package dk.dialogspejl.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Asks every feature what the steps of some rounds wait for. */
@ApplicationScoped
public class Guards {

    @Inject
    @Any
    Instance<StepGuard> guards;

    public Map<UUID, Set<Condition>> unmet(Collection<Round> rounds, UUID personId) {
        Map<UUID, Set<Condition>> all = new HashMap<>();
        rounds.forEach(round -> all.put(round.id(), EnumSet.noneOf(Condition.class)));
        for (StepGuard guard : guards) {
            guard.unmet(rounds, personId)
                    .forEach((round, conditions) -> all.get(round).addAll(conditions));
        }
        return all;
    }

    public Set<Condition> unmet(Round round, UUID personId) {
        return unmet(List.of(round), personId).get(round.id());
    }
}
