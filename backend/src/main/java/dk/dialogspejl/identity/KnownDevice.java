package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A device on which a person has signed in, known by a secret in a cookie. It opens nothing; see {@code limits}. */
@Entity
class KnownDevice extends TenantEntity {

    /** Without a sign-in; as long as the cookie. */
    static final Duration REMEMBERED = Duration.ofDays(180);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private String secretHash;
    private Instant lastUsedAt;

    protected KnownDevice() {}

    KnownDevice(Person person, String secret, Instant now) {
        this.person = person;
        this.secretHash = Secrets.hash(secret);
        this.lastUsedAt = now;
    }

    static Optional<KnownDevice> of(String email, String secret, Instant now) {
        return find(
                        "select d from KnownDevice d join Account a on a.person = d.person"
                                + " where a.login = ?1 and d.secretHash = ?2 and d.lastUsedAt > ?3",
                        LoginDirectory.normalised(email),
                        Secrets.hash(secret == null ? "" : secret),
                        now.minus(REMEMBERED))
                .firstResultOptional();
    }

    /** Whoever signs in there from now on is held to the limits of everybody. */
    static void forgetAllOf(Person person) {
        delete("person", person);
    }

    void use(Instant now) {
        lastUsedAt = now;
    }
}
