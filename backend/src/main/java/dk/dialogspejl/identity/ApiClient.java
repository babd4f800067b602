package dk.dialogspejl.identity;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A machine that uses the API for an organisation, such as its HR system. */
@Entity
public class ApiClient extends TenantEntity {

    private String login;
    private String name;
    private String secretHash;
    private List<String> scopes;
    private Instant createdAt;
    private Instant revokedAt;

    protected ApiClient() {}

    public ApiClient(String clientId, String name, String secret, Set<String> scopes, Instant createdAt) {
        this.login = LoginDirectory.normalised(clientId);
        this.name = name;
        this.secretHash = Secrets.hash(secret);
        this.scopes = List.copyOf(scopes);
        this.createdAt = createdAt;
    }

    static Optional<ApiClient> live(String clientId) {
        return find("login = ?1 and revokedAt is null", LoginDirectory.normalised(clientId))
                .firstResultOptional();
    }

    boolean hasSecret(String secret) {
        return Secrets.matches(secret, secretHash);
    }

    Set<String> scopes() {
        return Set.copyOf(scopes);
    }
}
