package dk.dialogspejl.platform.sealing;

import dk.dialogspejl.platform.database.TenantRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person's key, wrapped. Without it nothing of what the person has sealed can be read, in any copy of the database. */
@Entity
class PersonKey extends TenantRow {

    @Id
    private UUID personId;

    private byte[] wrapped;

    /** Which master key wraps it. */
    private String masterKeyId;

    private Instant madeAt;

    protected PersonKey() {}

    static Optional<PersonKey> of(UUID personId) {
        return find("personId", personId).firstResultOptional();
    }

    /**
     * Some that another master key wraps; whoever comes at the same time takes others. Those before the present one and those
     * after it, because an index cannot find what is not something.
     */
    @SuppressWarnings("unchecked")
    static List<PersonKey> notWrappedBy(String masterKeyId, int most) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from person_key where (master_key_id < :present or master_key_id > :present)"
                                + " limit :most for update skip locked",
                        PersonKey.class)
                .setParameter("present", masterKeyId)
                .setParameter("most", most)
                .getResultList();
    }

    UUID personId() {
        return personId;
    }

    byte[] wrapped() {
        return wrapped;
    }

    void rewrap(byte[] wrapped, String masterKeyId) {
        this.wrapped = wrapped;
        this.masterKeyId = masterKeyId;
    }
}
