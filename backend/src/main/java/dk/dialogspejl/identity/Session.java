package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One sign-in, kept alive by refresh tokens until it ends. Ending it ends every token of its family. */
@Entity
public class Session extends TenantEntity {

    /** Of a session that is not used. */
    static final Duration IDLE = Duration.ofHours(12);

    /** Of any session: then the person signs in again. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final String OPEN = "person.id = ?1 and endedAt is null and startedAt > ?2 and lastUsedAt > ?3";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private Instant startedAt;
    private Instant lastUsedAt;
    private Instant endedAt;
    private String browser;
    private String system;

    protected Session() {}

    Session(Person person, Device device, Instant startedAt) {
        this.person = person;
        this.startedAt = startedAt;
        this.lastUsedAt = startedAt;
        this.browser = device.browser();
        this.system = device.system();
    }

    /** Locked, so that of many refreshes at once only one finds its token unused. */
    static Optional<Session> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Those of a person that can still be refreshed, the one used last first. */
    static List<Session> openOf(UUID personId, Instant now, int most) {
        return Session.<Session>find(
                        OPEN + " order by lastUsedAt desc, id", personId, now.minus(LONGEST), now.minus(IDLE))
                .page(0, most)
                .list();
    }

    static int countOpenOf(UUID personId, Instant now) {
        return (int) count(OPEN, personId, now.minus(LONGEST), now.minus(IDLE));
    }

    static Optional<Session> openOf(UUID personId, UUID id, Instant now) {
        return find(OPEN + " and id = ?4", personId, now.minus(LONGEST), now.minus(IDLE), id)
                .firstResultOptional();
    }

    /** All of a person's but this one. */
    static void endOthers(UUID personId, UUID id, Instant now) {
        update("endedAt = ?1 where person.id = ?2 and id <> ?3 and endedAt is null", now, personId, id);
    }

    static void endAll(UUID personId, Instant now) {
        update("endedAt = ?1 where person.id = ?2 and endedAt is null", now, personId);
    }

    boolean open(Instant now) {
        return endedAt == null && now.isBefore(startedAt.plus(LONGEST)) && person.active();
    }

    void use(Instant now) {
        lastUsedAt = now;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    Person person() {
        return person;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** When it was begun or refreshed last. */
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    Device device() {
        return new Device(browser, system);
    }
}
