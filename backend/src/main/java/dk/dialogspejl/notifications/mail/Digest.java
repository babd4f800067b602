package dk.dialogspejl.notifications.mail;

import static dk.dialogspejl.platform.time.TimeSource.DENMARK;

import dk.dialogspejl.notifications.MailPace;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * That a mail to somebody is due: the outbox of digests, one row for each person with something to be told. No tenant's,
 * so that all instances share the work of all organisations; what is to be told is with the organisation.
 */
@Entity
@IdClass(Digest.Key.class)
public class Digest extends PanacheEntityBase {

    /** What belongs together comes together. */
    static final Duration SOON = Duration.ofMinutes(2);

    static final LocalTime MORNING = LocalTime.of(7, 0);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** With pauses that double, half a day in all. */
    private static final int MOST_ATTEMPTS = 10;

    /** One for each person. */
    public record Key(UUID organisationId, UUID personId) implements Serializable {}

    @Id
    private UUID organisationId;

    @Id
    private UUID personId;

    private Instant dueAt;
    private int attempts;

    /** Grows with each thing more to be told, so that none is forgotten that comes while a mail is being sent. */
    private int asked;

    protected Digest() {}

    /** Lets a mail to somebody be due, at this pace; one that is due sooner stays so, and takes this along. */
    public static void expect(UUID organisation, UUID person, MailPace pace, Instant now) {
        expect(organisation, List.of(person), pace, now);
    }

    /** The same for many, each once. */
    public static void expect(UUID organisation, Collection<UUID> people, MailPace pace, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into digest (organisation_id, person_id, due_at, attempts, asked)"
                        + " select :organisation, person, :due, 0, 1 from unnest(:people) as told (person)"
                        + " order by person on conflict (organisation_id, person_id)"
                        + " do update set due_at = least(digest.due_at, excluded.due_at), asked = digest.asked + 1")
                .setParameter("organisation", organisation)
                .setParameter("people", people.toArray(UUID[]::new))
                .setParameter("due", due(pace, now))
                .executeUpdate();
    }

    static Instant due(MailPace pace, Instant now) {
        if (pace == MailPace.SOON) {
            return now.plus(SOON);
        }
        ZonedDateTime here = now.atZone(DENMARK);
        ZonedDateTime morning = here.with(MORNING);
        return (here.isBefore(morning) ? morning : morning.plusDays(1)).toInstant();
    }

    /** One that is due, if no other instance is at it; until it is done it comes again after a pause. */
    static Optional<Digest> claim(Instant now) {
        Optional<Digest> due = Digest.<Digest>find("dueAt <= ?1 order by dueAt", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", -2) // skip locked
                .page(0, 1)
                .firstResultOptional();
        due.ifPresent(digest -> {
            digest.dueAt = now.plus(FIRST_PAUSE.multipliedBy(1L << digest.attempts));
            digest.attempts++;
        });
        return due;
    }

    /** Somebody wants no mail after all. */
    static void cancel(UUID organisation, UUID person) {
        delete("organisationId = ?1 and personId = ?2", organisation, person);
    }

    /** Nothing waits any more; but if more has been asked for meanwhile, that does. */
    void done() {
        delete("organisationId = ?1 and personId = ?2 and asked = ?3", organisationId, personId, asked);
    }

    UUID organisationId() {
        return organisationId;
    }

    UUID personId() {
        return personId;
    }

    boolean isLastAttempt() {
        return attempts >= MOST_ATTEMPTS;
    }
}
