package dk.dialogspejl.audit;

import dk.dialogspejl.platform.http.RequestIds;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hibernate.query.NativeQuery;

/** Writes down what is being done, in the same transaction: it is there just when the change is. */
@ApplicationScoped
public class AuditTrail {

    private static final String WRITE = "insert into audit_entry"
            + " (organisation_id, id, kind, person_id, client_id, about_id, times, request_id, happened_at)"
            + " select current_organisation(), gen_random_uuid(), :kind, cast(:person as uuid), cast(:client as uuid), about, 1,"
            + " :request, :at"
            + " from unnest(:about) as about";

    private static final String UNLESS_JUST_TOLD = " where not exists (select from audit_entry e"
            + " where e.organisation_id = current_organisation() and e.kind = :kind and e.about_id = about"
            + " and e.person_id is not distinct from cast(:person as uuid)"
            + " and e.client_id is not distinct from cast(:client as uuid)"
            + " and e.happened_at > cast(:at as timestamptz) - interval '1 hour')";

    @Inject
    EntityManager entities;

    @Inject
    SecurityIdentity identity;

    @Inject
    Clock clock;

    /**
     * By whoever is signed in.
     *
     * @param about id of what the kind is about; null for nothing
     */
    public void tell(AuditKind kind, UUID about) {
        write(WRITE, kind, Actor.of(identity), new UUID[] {about});
    }

    /** The same of what is saved as one types: once for each hour of it. */
    public void tellOfTyping(AuditKind kind, UUID about) {
        write(WRITE + UNLESS_JUST_TOLD, kind, Actor.of(identity), new UUID[] {about});
    }

    /** The same of many, in one statement. */
    public void tell(AuditKind kind, Collection<UUID> about) {
        if (!about.isEmpty()) {
            write(WRITE, kind, Actor.of(identity), about.toArray(UUID[]::new));
        }
    }

    /** Nobody did it: it follows from a rule. */
    public void tellOfSystem(AuditKind kind, UUID about) {
        write(WRITE, kind, Actor.NOBODY, new UUID[] {about});
    }

    private void write(String statement, AuditKind kind, Actor by, UUID[] about) {
        entities.createNativeQuery(statement)
                .unwrap(NativeQuery.class)
                .setParameter("kind", kind.name())
                .setParameter("person", by.person(), UUID.class)
                .setParameter("client", by.client(), UUID.class)
                .setParameter("about", about)
                .setParameter("request", RequestIds.current(), String.class)
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /** A person, an API client or neither. */
    record Actor(UUID person, UUID client) {

        static final Actor NOBODY = new Actor(null, null);

        static Actor of(SecurityIdentity identity) {
            return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                    ? of(token)
                    : NOBODY;
        }

        static Actor of(JsonWebToken token) {
            UUID subject = UUID.fromString(token.getSubject());
            return token.getClaim("client_id") == null ? new Actor(subject, null) : new Actor(null, subject);
        }
    }
}
