package dk.dialogspejl.identity.clients;

import dk.dialogspejl.identity.LoginDirectory;
import dk.dialogspejl.identity.Network;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** A machine that uses the API for an organisation, such as its HR system. It lives until it is revoked or expires. */
@Entity
public class ApiClient extends TenantEntity {

    /** Live secrets at a time: the one in use and the one that takes over. */
    static final int MOST_SECRETS = 2;

    /** Grows by each change. Whoever changes it holds its lock, so none is lost. */
    private int version;

    private String login;
    private String name;
    private List<String> scopes;
    private List<String> networks;

    /** Ids of the only teams whose people it is told of; empty for everybody. One that is no more stays a limit. */
    private List<UUID> teams;

    private Instant createdAt;

    /** Null where it is to live until it is revoked. */
    private Instant expiresAt;

    private Instant revokedAt;

    @OneToMany(mappedBy = "client", cascade = CascadeType.PERSIST)
    @OrderBy("createdAt, id")
    @BatchSize(size = 100)
    private List<ClientSecret> secrets = new ArrayList<>();

    protected ApiClient() {}

    ApiClient(String clientId, DescribeApiClient described, Instant createdAt) {
        this.login = LoginDirectory.normalised(clientId);
        this.createdAt = createdAt;
        change(described);
    }

    /** A client with a secret that is known already. */
    public ApiClient(String clientId, String name, String secret, Set<String> scopes, Instant createdAt) {
        this(clientId, new DescribeApiClient(name, scopes, List.of(), Set.of(), null), createdAt);
        secrets.add(new ClientSecret(this, secret, createdAt));
    }

    static List<ApiClient> page(Cursor after, int most) {
        String query = "from ApiClient c";
        if (after != null) {
            query += " where c.createdAt < :at or c.createdAt = :at and c.id < :id";
        }
        var page = getEntityManager().createQuery(query + " order by c.createdAt desc, c.id desc", ApiClient.class);
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return page.setMaxResults(most).getResultList();
    }

    static Optional<ApiClient> byClientId(String clientId) {
        return find("login", LoginDirectory.normalised(clientId)).firstResultOptional();
    }

    /** To change it: other changes wait until this transaction ends. */
    static Optional<ApiClient> forChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** @throws ProblemException 409 once it is revoked */
    final void change(DescribeApiClient described) {
        requireNotRevoked();
        name = described.name();
        scopes = described.scopes().stream().sorted().toList();
        networks = described.networks() == null ? List.of() : List.copyOf(described.networks());
        teams = described.teams() == null
                ? List.of()
                : described.teams().stream().sorted().toList();
        expiresAt = described.expiresAt();
        version++;
    }

    /**
     * Takes a secret beside those it has. Only its hash is kept.
     *
     * @throws ProblemException 409 where there are two already, or the client is revoked
     */
    ClientSecret addSecret(String secret, Instant now) {
        requireNotRevoked();
        if (secrets.stream().filter(ClientSecret::isLive).count() >= MOST_SECRETS) {
            throw ProblemException.stepNotPossible(Set.of(ClientCondition.TWO_SECRETS_ALREADY));
        }
        ClientSecret added = new ClientSecret(this, secret, now);
        secrets.add(added);
        version++;
        return added;
    }

    /** Its tokens open nothing from then on either. Revoking one again changes nothing. */
    void revokeSecret(UUID secretId, Instant now) {
        secrets.stream()
                .filter(secret -> secret.id().equals(secretId))
                .findFirst()
                .orElseThrow(ProblemException::notFound)
                .revoke(now);
        version++;
    }

    /** For good. Revoking it again changes nothing. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            version++;
        }
    }

    private void requireNotRevoked() {
        if (revokedAt != null) {
            throw ProblemException.stepNotPossible(Set.of(ClientCondition.CLIENT_REVOKED));
        }
    }

    /** The live secret that this is, if this client may have a token for it now and from there. */
    Optional<ClientSecret> accept(String secret, String address, Instant now) {
        if (revokedAt != null
                || expiresAt != null && !now.isBefore(expiresAt)
                || !Network.anyHolds(networks, address)) {
            return Optional.empty();
        }
        return secrets.stream()
                .filter(known -> known.isLive() && known.is(secret))
                .findFirst();
    }

    int version() {
        return version;
    }

    String clientId() {
        return login;
    }

    String name() {
        return name;
    }

    List<String> scopes() {
        return scopes;
    }

    List<String> networks() {
        return networks;
    }

    List<UUID> teams() {
        return teams;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant revokedAt() {
        return revokedAt;
    }

    List<ClientSecret> secrets() {
        return List.copyOf(secrets);
    }
}
