package dk.dialogspejl.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes from an app on a person's phone, as the second step of signing in (RFC 6238: six digits, SHA-1, thirty seconds,
 * which every such app knows). A code is good once, and for one step more to either side, for clocks that differ.
 */
@Entity
class SecondFactor extends TenantEntity {

    /** What can be in the way of turning it on. */
    enum Condition {
        SECOND_FACTOR_ON
    }

    /** RFC 4226, section 4, R6. */
    static final int SECRET_BYTES = 20;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final Duration STEP = CODES.getTimeStep();

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private byte[] secret;
    private Instant confirmedAt;

    /** The number of the time step whose code was used last. */
    private long lastStep;

    protected SecondFactor() {}

    SecondFactor(Person person, byte[] secret) {
        this.person = person;
        this.secret = secret.clone();
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

    /** True for a code that is good now and has not been used; it has been then. */
    boolean accepts(String code, Instant now) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        for (long step = Math.max(current - 1, lastStep + 1); step <= current + 1; step++) {
            if (MessageDigest.isEqual(
                    code(step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
                lastStep = step;
                return true;
            }
        }
        return false;
    }

    private String code(long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, CODES.getAlgorithm()), Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A second factor's secret is damaged", e);
        }
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

    /** As one types it into an app. */
    String secret() {
        return Base32.of(secret);
    }

    /** As an app reads it off the screen. */
    String uri(String login) {
        String label = URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Dialogspejl:" + label + "?secret=" + secret() + "&issuer=Dialogspejl";
    }
}
