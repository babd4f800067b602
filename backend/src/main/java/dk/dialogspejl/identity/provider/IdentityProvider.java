package dk.dialogspejl.identity.provider;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;

/** An OpenID Connect provider that one organisation trusts to say who its people are. The application cannot change it. */
@Entity
class IdentityProvider extends TenantEntity {

    private String issuer;
    private String clientId;
    private String name;

    @Enumerated(EnumType.STRING)
    private FirstSignIn firstSignIn;

    private boolean active;

    protected IdentityProvider() {}

    static Optional<IdentityProvider> activeByIssuer(String issuer) {
        return find("issuer = ?1 and active", issuer).firstResultOptional();
    }

    static Optional<IdentityProvider> activeByDomain(String domain) {
        return find("select d.provider from ProviderDomain d where d.domain = ?1 and d.provider.active", domain)
                .firstResultOptional();
    }

    /** Whether the address is in one of its domains; of others it may say nothing. */
    boolean speaksFor(String email) {
        return ProviderDomain.count("provider = ?1 and domain = ?2", this, ProviderDomain.of(email)) > 0;
    }

    /** As in its metadata and its tokens, to the letter. */
    String issuer() {
        return issuer;
    }

    /** What we are called there. */
    String clientId() {
        return clientId;
    }

    /** What people call it. */
    String name() {
        return name;
    }

    FirstSignIn firstSignIn() {
        return firstSignIn;
    }
}
