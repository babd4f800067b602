package dk.dialogspejl.identity.clients;

import dk.dialogspejl.identity.Secrets;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** One secret of an API client, known by its hash alone. */
@Entity
@Table(name = "api_client_secret")
class ClientSecret extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "client_id")
    private ApiClient client;

    private String secretHash;
    private Instant createdAt;

    /** When a token was last given for it; null until then. */
    private Instant lastUsedAt;

    private Instant revokedAt;

    protected ClientSecret() {}

    ClientSecret(ApiClient client, String secret, Instant createdAt) {
        this.client = client;
        this.secretHash = Secrets.hash(secret);
        this.createdAt = createdAt;
    }

    boolean is(String secret) {
        return Secrets.matches(secret, secretHash);
    }

    boolean isLive() {
        return revokedAt == null;
    }

    void use(Instant now) {
        lastUsedAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    ApiClient client() {
        return client;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
