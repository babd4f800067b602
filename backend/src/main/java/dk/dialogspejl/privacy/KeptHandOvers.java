package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.retention.Kept;
import dk.dialogspejl.rounds.KeepsRound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** What systems were given, kept as long as the log of reads by people, and with it the round that it was of. */
@ApplicationScoped
class KeptHandOvers implements Kept, KeepsRound {

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "handOvers";
    }

    @Override
    public String due() {
        return "select k.id from hand_over k where k.read_at < :accessLog";
    }

    /** Nobody changes one. */
    @Override
    public String locking() {
        return "";
    }

    @Override
    public void remove(List<UUID> ids) {
        entities.createNativeQuery("call forget_old_hand_overs(array[:ids])")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    @Override
    public String needed() {
        return "exists (select from summary_handed_over g join hand_over h on h.organisation_id = g.organisation_id"
                + " and h.id = g.hand_over_id where g.organisation_id = k.organisation_id"
                + " and g.owner_id = k.evaluatee_id and g.round_id = k.id and h.read_at >= :accessLog)";
    }
}
