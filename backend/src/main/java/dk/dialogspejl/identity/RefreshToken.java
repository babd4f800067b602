package dk.dialogspejl.identity;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;

/** A token good for one refresh of its session. It is kept after use, so that a second use is recognised. */
@Entity
public class RefreshToken extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Session session;

    private String secretHash;
    private Instant expiresAt;
    private Instant usedAt;

    protected RefreshToken() {}

    RefreshToken(Session session, String secret, Instant now) {
        this.session = session;
        this.secretHash = Secrets.hash(secret);
        this.expiresAt = now.plus(Session.IDLE);
    }

    static Optional<RefreshToken> of(Session session, String secret) {
        return find("session = ?1 and secretHash = ?2", session, Secrets.hash(secret))
                .firstResultOptional();
    }

    boolean used() {
        return usedAt != null;
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    void use(Instant now) {
        usedAt = now;
    }
}
