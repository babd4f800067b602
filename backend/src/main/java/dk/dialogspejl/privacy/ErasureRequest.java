package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.Cursor;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** That a person has asked to be erased. There until it is done, or until they take it back. */
@Entity
public class ErasureRequest extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private Instant askedAt;

    protected ErasureRequest() {}

    static Optional<ErasureRequest> of(UUID personId) {
        return find("person.id", personId).firstResultOptional();
    }

    /** Asking twice keeps the first time. */
    static void ask(UUID personId, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into erasure_request (organisation_id, id, person_id, asked_at)"
                        + " select organisation_id, gen_random_uuid(), id, :now from person where id = :person and active"
                        + " on conflict (organisation_id, person_id) do nothing")
                .setParameter("now", now)
                .setParameter("person", personId)
                .executeUpdate();
    }

    static void withdraw(UUID personId) {
        delete("person.id", personId);
    }

    /** A page of those that stand, oldest first. */
    static List<ErasureRequest> page(Cursor after, int most) {
        String query = "from ErasureRequest e join fetch e.person";
        if (after != null) {
            query += " where e.askedAt > :at or e.askedAt = :at and e.id > :id";
        }
        var page = getEntityManager().createQuery(query + " order by e.askedAt, e.id", ErasureRequest.class);
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return page.setMaxResults(most).getResultList();
    }

    Person person() {
        return person;
    }

    Instant askedAt() {
        return askedAt;
    }
}
