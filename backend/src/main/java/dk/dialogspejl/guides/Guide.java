package dk.dialogspejl.guides;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A feedback guide of an organisation: its own, or one that came with the product. */
@Entity
public class Guide extends TenantEntity {

    /** The name of the built-in guide this is, such as {@code pharmacy-counter}; null for an organisation's own. */
    private String builtInKey;

    /** Grows by each change of the guide or its draft. Whoever changes either holds the guide's lock, so none is lost. */
    private int version = 1;

    /** Since when it is not offered for new rounds; null while it is. */
    private Instant retiredAt;

    protected Guide() {}

    Guide(String builtInKey) {
        this.builtInKey = builtInKey;
    }

    /** A guide of the organisation's own. */
    public static Guide own() {
        return new Guide();
    }

    /** To change it: other changes wait until this transaction ends. */
    public static Optional<Guide> forChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Those offered for new rounds, each locked as by {@link #forChange}, so that they are not retired at once. */
    public static List<Guide> offeredForChange() {
        return find("retiredAt is null and exists (from GuideVersion v where v.guide = this) order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** How many of its own an organisation has in use or in the making. */
    public static long countOwn() {
        return count("builtInKey is null and retiredAt is null");
    }

    /** Its draft has been changed or published. */
    public void change() {
        version++;
    }

    /** It is not offered for new rounds from then on; rounds that use it keep it. */
    public void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
            version++;
        }
    }

    /** It is offered again. */
    public void restore() {
        if (retiredAt != null) {
            retiredAt = null;
            version++;
        }
    }

    public String builtInKey() {
        return builtInKey;
    }

    public boolean isBuiltIn() {
        return builtInKey != null;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    public int version() {
        return version;
    }

    public Instant retiredAt() {
        return retiredAt;
    }
}
