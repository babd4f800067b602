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

/**
 * A link that was mailed to a person to choose a password with, once. Its text reads {@code organisation.link.secret};
 * the secret itself is in the mail alone (ASVS 5, section 6.6).
 */
@Entity
class OneTimeLink extends TenantEntity {

    /** To accept an invitation. */
    static final Duration INVITATION = Duration.ofDays(7);

    /** To choose a new password. */
    static final Duration RESET = Duration.ofHours(1);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private String secretHash;
    private Instant expiresAt;
    private Instant usedAt;

    protected OneTimeLink() {}

    OneTimeLink(Account account, String secret, Instant now) {
        this.person = account.person();
        this.secretHash = Secrets.hash(secret);
        this.expiresAt = now.plus(account.isInvited() ? INVITATION : RESET);
    }

    /** Locked, so that of two uses at once only one finds it unused. */
    static Optional<OneTimeLink> good(UUID id, String secret, Instant now) {
        return find("id = ?1 and secretHash = ?2 and usedAt is null and expiresAt > ?3", id, Secrets.hash(secret), now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those mailed to the same person besides, too. */
    void use(Instant now) {
        update("usedAt = ?1 where person = ?2 and usedAt is null", now, person);
    }

    Person person() {
        return person;
    }
}
