package dk.dialogspejl.audit;

import dk.dialogspejl.audit.AuditTrail.Actor;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.RequestIds;
import dk.dialogspejl.platform.log.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jboss.logging.Logger;

/**
 * Counts refusals by who was refused, how and in which hour: a flood makes one entry. They are counted in memory and
 * written every few seconds, because a refusal must cost less than what was asked for. Of those that are lost in a crash
 * the security log still has each line.
 */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private static final Map<Integer, AuditKind> OF_SIGNED_IN =
            Map.of(403, AuditKind.NOT_ALLOWED, 404, AuditKind.NOT_FOUND, 429, AuditKind.TOO_OFTEN);

    @Inject
    CurrentOrganisation current;

    @Inject
    NewTransaction transaction;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private final Map<Refused, Counted> counts = new ConcurrentHashMap<>();

    private record Refused(UUID organisation, AuditKind kind, Actor who, Instant hour) {}

    /** How often, and the first time. */
    private record Counted(int times, String requestId, Instant first) {

        static Counted sum(Counted before, Counted more) {
            return new Counted(before.times + more.times, before.requestId, before.first);
        }
    }

    void count(@Observes Refusal refusal) {
        AuditKind kind = OF_SIGNED_IN.get(refusal.status());
        if (kind != null) {
            UUID organisation = UUID.fromString(refusal.who().getClaim(CurrentOrganisation.CLAIM));
            count(kind, organisation, Actor.of(refusal.who()));
        }
    }

    /** Whom it was tried as is not told. */
    public void signInFailed(UUID organisation) {
        count(AuditKind.SIGN_IN_FAILED, organisation, Actor.NOBODY);
    }

    /** @param client which somebody tried to be, or which tried in vain itself */
    public void clientSignInFailed(UUID organisation, UUID client) {
        count(AuditKind.SIGN_IN_FAILED, organisation, new Actor(null, client));
    }

    /** @param person whose session it was */
    public void sessionCopied(UUID organisation, UUID person) {
        count(AuditKind.SESSION_COPIED, organisation, new Actor(person, null));
    }

    private void count(AuditKind kind, UUID organisation, Actor who) {
        if (organisation.equals(CurrentOrganisation.NONE)) {
            return;
        }
        Instant now = clock.instant();
        counts.merge(
                new Refused(organisation, kind, who, now.truncatedTo(ChronoUnit.HOURS)),
                new Counted(1, RequestIds.current(), now),
                Counted::sum);
    }

    @Scheduled(every = "{dialogspejl.refusals.every}", concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void writeAll() {
        for (UUID organisation :
                counts.keySet().stream().map(Refused::organisation).collect(Collectors.toSet())) {
            current.enter(organisation);
            write(organisation);
        }
    }

    @ActivateRequestContext
    void beforeItEnds(@Observes ShutdownEvent end) {
        writeAll();
    }

    /** Those of the organisation that has been entered, each in a transaction of its own: instances never wait crosswise. */
    void write(UUID organisation) {
        for (Refused refused : counts.keySet()) {
            if (refused.organisation().equals(organisation)) {
                try {
                    transaction.run(() -> write(refused, counts.remove(refused)));
                } catch (RuntimeException e) { // its message may quote a row
                    LOG.errorf(
                            "A refusal in organisation %s is in the log alone: %s",
                            organisation, e.getClass().getName());
                }
            }
        }
    }

    private void write(Refused refused, Counted counted) {
        if (counted == null) {
            return; // somebody else is writing it
        }
        entities.createNativeQuery("call count_refusals(:kind, :person, :client, :times, :request, :first, :hour)")
                .unwrap(NativeQuery.class)
                .setParameter("kind", refused.kind().name())
                .setParameter("person", refused.who().person(), UUID.class)
                .setParameter("client", refused.who().client(), UUID.class)
                .setParameter("times", counted.times())
                .setParameter("request", counted.requestId(), String.class)
                .setParameter("first", counted.first())
                .setParameter("hour", refused.hour())
                .executeUpdate();
    }
}
