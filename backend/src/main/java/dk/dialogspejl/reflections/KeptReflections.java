package dk.dialogspejl.reflections;

import dk.dialogspejl.platform.retention.Kept;
import dk.dialogspejl.rounds.KeepsRound;
import dk.dialogspejl.rounds.RoundsAtRest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * Reflections. While somebody writes in a round nothing of it is due, however long ago its last step is. Their words go,
 * and their rows with the dialogue; before it, so that they are counted.
 */
@ApplicationScoped
@Priority(1)
class KeptReflections implements Kept, KeepsRound {

    private static final String IN_ROUND = "exists (select from dialogue d join reflection f"
            + " on f.organisation_id = d.organisation_id and f.dialogue_id = d.id"
            + " where d.organisation_id = k.organisation_id and d.round_id = k.id and ";

    @Inject
    RoundsAtRest atRest;

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "reflections";
    }

    @Override
    public String due() {
        return atRest.since("reflections") + " and " + IN_ROUND + "f.words is not null)";
    }

    @Override
    public void remove(List<UUID> rounds) {
        entities.createNativeQuery("update reflection f set version = f.version + 1, words = null, blank = true,"
                        + " written_at = null from dialogue d where d.organisation_id = f.organisation_id"
                        + " and d.id = f.dialogue_id and d.round_id in (:rounds) and f.words is not null")
                .setParameter("rounds", rounds)
                .executeUpdate();
    }

    @Override
    public String workedInSince(String instant) {
        return IN_ROUND + "f.written_at >= " + instant + ")";
    }
}
