package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.platform.retention.Kept;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * Sentences without a name go together, and before the first of the rounds that they come from: one that went with its round
 * would be known by it. A sentence with a name goes with the summary of its round.
 */
@ApplicationScoped
@Priority(1)
class KeptLearning implements Kept {

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "learning";
    }

    @Override
    public String due() {
        return "select k.id from learning_pool k where k.kept_from < cast(:summaries as timestamptz) and exists (select"
                + " from learning l where l.organisation_id = k.organisation_id and l.pool_id = k.id)";
    }

    /** Nobody changes them. */
    @Override
    public String locking() {
        return "";
    }

    @Override
    public void remove(List<UUID> pools) {
        entities.createNativeQuery("update learning set sentence = null, released_on = null, pool_id = null,"
                        + " shown_on = null, place = null, version = version + 1 where pool_id in (:pools)")
                .setParameter("pools", pools)
                .executeUpdate();
    }
}
