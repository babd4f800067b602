package dk.dialogspejl.audit;

import dk.dialogspejl.platform.retention.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Entries of the audit. The application may only have what is old forgotten. */
@ApplicationScoped
class KeptAudit implements Kept {

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "auditEntries";
    }

    @Override
    public String due() {
        return "select k.id from audit_entry k where k.happened_at < :audit";
    }

    /** What is that old nobody changes. */
    @Override
    public String locking() {
        return "";
    }

    @Override
    public void remove(List<UUID> ids) {
        entities.createNativeQuery("call forget_old_audit(array[:ids])")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
