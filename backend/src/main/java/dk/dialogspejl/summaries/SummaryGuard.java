package dk.dialogspejl.summaries;

import dk.dialogspejl.rounds.Condition;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.rounds.StepGuard;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A whole summary before it is approved, and a status for every focus point before the round is closed. */
@ApplicationScoped
class SummaryGuard implements StepGuard {

    @Override
    public Map<UUID, Set<Condition>> unmet(Collection<Round> rounds, UUID personId) {
        List<Round> asked = rounds.stream()
                .filter(round -> round.status() == RoundStatus.DISCUSSING || round.status() == RoundStatus.CONCLUDED)
                .toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        return Summary.<Summary>list(
                        "from Summary s left join fetch s.focusPoints where holds(:rounds, s.round.id)",
                        Parameters.with("rounds", Rounds.idsOf(asked)))
                .stream()
                .collect(Collectors.toMap(
                        summary -> summary.round().id(),
                        summary -> summary.unmet(summary.round().participant(personId))));
    }
}
