package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.sealing.PersonCipher;
import dk.dialogspejl.platform.sealing.Place;
import dk.dialogspejl.platform.sealing.Sealed;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Codes from an app on a person's phone, as the second step of signing in. A code is good once, and for one step more to
 * either side, for clocks that differ.
 */
@Entity
class SecondFactor extends TenantEntity {

    /** What can be in the way of turning it on. */
    enum Condition {
        SECOND_FACTOR_ON
    }

    /** Where the key is. */
    static final String SECRET = "second_factor.secret";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    /** Null until it is given its key. */
    private Sealed secret;

    private Instant confirmedAt;

    /** The number of the time step whose code was used last. */
    private long lastStep;

    protected SecondFactor() {}

    SecondFactor(Person person) {
        this.person = person;
    }

    static Optional<SecondFactor> of(UUID personId) {
        return find("person.id", personId).firstResultOptional();
    }

    /** Locked, so that of two uses of a code at once only one finds it unused. */
    static Optional<SecondFactor> locked(UUID personId) {
        return find("person.id", personId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** @param cipher the person's; the row has been written, as the key is bound to it */
    void give(TotpKey key, PersonCipher cipher) {
        secret = cipher.seal(key.bytes(), Place.of(this, SECRET));
    }

    /** @param cipher the person's */
    TotpKey key(PersonCipher cipher) {
        return new TotpKey(cipher.open(secret, byte[].class, Place.of(this, SECRET)));
    }

    /** True for a code that is good now and has not been used; it has been then. */
    boolean accepts(String code, TotpKey key, Instant now) {
        long current = TotpKey.step(now);
        for (long step = Math.max(current - 1, lastStep + 1); step <= current + 1; step++) {
            if (MessageDigest.isEqual(
                    key.code(step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
                lastStep = step;
                return true;
            }
        }
        return false;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    /** Null until it is confirmed. */
    Instant confirmedAt() {
        return confirmedAt;
    }
}
