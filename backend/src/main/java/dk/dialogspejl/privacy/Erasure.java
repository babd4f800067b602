package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That somebody has been erased. Written once and never changed. */
@Entity
@Immutable
public class Erasure extends TenantEntity {

    private UUID personId;
    private Instant erasedAt;

    protected Erasure() {}

    Erasure(UUID personId, Instant erasedAt) {
        this.personId = personId;
        this.erasedAt = erasedAt;
    }

    /** Of all organisations, whichever one is the transaction's. */
    @SuppressWarnings("unchecked")
    static List<ErasureLedger.Entry> inEachOrganisation() {
        return getEntityManager()
                .createNativeQuery(
                        "select organisation_id, person_id, erased_at from erasures_in_each_organisation()",
                        ErasureLedger.Entry.class)
                .getResultList();
    }

    ErasureLedger.Entry entry() {
        return new ErasureLedger.Entry(organisationId(), personId, erasedAt);
    }
}
