package dk.dialogspejl.rounds;

import dk.dialogspejl.platform.retention.Kept;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * What is left of a round once everything in it is due: agreement and history. A round that went on from it then goes on
 * from none. Last, so that what is in a round is counted by those whose it is.
 */
@ApplicationScoped
@Priority(-1)
class KeptRounds implements Kept {

    @Inject
    RoundsAtRest atRest;

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "rounds";
    }

    @Override
    public String due() {
        return atRest.since("reflections", "notes", "summaries") + " and " + atRest.needless();
    }

    @Override
    public void remove(List<UUID> ids) {
        for (String statement : List.of(
                "update round set continues_round_id = null where continues_round_id in (:ids)",
                "delete from round where id in (:ids)")) {
            entities.createNativeQuery(statement).setParameter("ids", ids).executeUpdate();
        }
    }
}
