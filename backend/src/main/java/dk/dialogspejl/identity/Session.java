package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One sign-in, kept alive by refresh tokens until it ends. Ending it ends every token of its family. */
@Entity
public class Session extends TenantEntity {

    /** Of a session that is not used. */
    static final Duration IDLE = Duration.ofHours(12);

    /** Of any session: then the person signs in again. */
    static final Duration LONGEST = Duration.ofDays(7);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private Instant startedAt;
    private Instant endedAt;

    protected Session() {}

    Session(Person person, Instant startedAt) {
        this.person = person;
        this.startedAt = startedAt;
    }

    /** Locked, so that of many refreshes at once only one finds its token unused. */
    static Optional<Session> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    boolean open(Instant now) {
        return endedAt == null && now.isBefore(startedAt.plus(LONGEST)) && person.active();
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    Person person() {
        return person;
    }
}
