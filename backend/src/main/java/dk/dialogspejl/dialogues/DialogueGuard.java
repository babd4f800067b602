package dk.dialogspejl.dialogues;

import dk.dialogspejl.rounds.Condition;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.rounds.StepGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Enough dialogues before they are finished, and no recording left before the round is closed. */
@ApplicationScoped
class DialogueGuard implements StepGuard {

    @Inject
    EntityManager entities;

    @Override
    public Map<UUID, Set<Condition>> unmet(Collection<Round> rounds, UUID personId) {
        List<Round> asked = rounds.stream()
                .filter(round -> round.status() == RoundStatus.CONDUCTING || round.status() == RoundStatus.CONCLUDED)
                .toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Tuple> counts = new HashMap<>();
        entities.createQuery(
                        "select d.round.id, count(*),"
                                + " count(*) filter (where d.recording.consented and d.recording.deletedAt is null)"
                                + " from Dialogue d where holds(:rounds, d.round.id) group by d.round.id",
                        Tuple.class)
                .setParameter("rounds", Rounds.idsOf(asked))
                .getResultList()
                .forEach(row -> counts.put(row.get(0, UUID.class), row));
        Map<UUID, Set<Condition>> unmet = new HashMap<>();
        for (Round round : asked) {
            Tuple row = counts.get(round.id());
            long dialogues = row == null ? 0 : row.get(1, Long.class);
            long recordings = row == null ? 0 : row.get(2, Long.class);
            unmet.put(round.id(), conditions(round, dialogues, recordings));
        }
        return unmet;
    }

    private static Set<Condition> conditions(Round round, long dialogues, long recordings) {
        Set<Condition> unmet = EnumSet.noneOf(Condition.class);
        if (dialogues == 0) {
            unmet.add(Condition.NO_DIALOGUES);
        } else if (dialogues < round.agreement().numberOfDialogues()) {
            unmet.add(Condition.FEWER_DIALOGUES_WITHOUT_REASON);
        }
        if (recordings > 0) {
            unmet.add(Condition.RECORDINGS_NOT_DELETED);
        }
        return unmet;
    }
}
