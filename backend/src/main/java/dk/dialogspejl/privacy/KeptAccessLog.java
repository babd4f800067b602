package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.retention.Kept;
import dk.dialogspejl.rounds.KeepsRound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The log of reads. A round that it speaks of stays with it. The application may only have what is old forgotten. */
@ApplicationScoped
class KeptAccessLog implements Kept, KeepsRound {

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "accessEntries";
    }

    @Override
    public String due() {
        return "select k.id from access_entry k where k.read_at < :accessLog";
    }

    /** Nobody changes an entry. */
    @Override
    public String locking() {
        return "";
    }

    @Override
    public void remove(List<UUID> ids) {
        entities.createNativeQuery("call forget_old_access(array[:ids])")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    @Override
    public String needed() {
        return "exists (select from access_entry a where a.organisation_id = k.organisation_id and a.round_id = k.id"
                + " and a.read_at >= :accessLog)";
    }
}
