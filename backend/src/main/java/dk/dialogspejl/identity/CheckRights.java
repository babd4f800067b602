package dk.dialogspejl.identity;

import dk.dialogspejl.identity.Rights.Bearer;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token says who asks; what they may do is asked of the database with each request, and a token alone opens nothing. */
@ApplicationScoped
class CheckRights implements SecurityIdentityAugmentor {

    @Inject
    Rights rights;

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        String address = HttpSecurityUtils.getRoutingContextAttribute(attributes)
                .request()
                .remoteAddress()
                .hostAddress();
        return context.runBlocking(() -> withRights(identity, token, address));
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        throw new IllegalStateException("Who asks is only found out in a request");
    }

    private SecurityIdentity withRights(SecurityIdentity identity, JsonWebToken token, String address) {
        Set<String> now = rights.of(bearer(token))
                .filter(may -> Network.anyHolds(may.networks(), address))
                .map(may -> granted(may.names(), token))
                .orElseThrow(AuthenticationFailedException::new);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(now)
                .build();
    }

    /** An API client's token may have been asked for with fewer scopes than the client has. */
    private static Set<String> granted(Set<String> names, JsonWebToken token) {
        String scope = token.getClaim(AccessTokens.SCOPE);
        if (scope == null) {
            return names;
        }
        Set<String> granted = new HashSet<>(List.of(scope.split(" ")));
        granted.retainAll(names);
        return granted;
    }

    private static Bearer bearer(JsonWebToken token) {
        try {
            return new Bearer(
                    UUID.fromString(token.getClaim(CurrentOrganisation.CLAIM)),
                    UUID.fromString(token.getSubject()),
                    id(token, AccessTokens.SESSION),
                    id(token, AccessTokens.SECRET));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException notOurs) {
            throw new AuthenticationFailedException();
        }
    }

    private static UUID id(JsonWebToken token, String claim) {
        String id = token.getClaim(claim);
        return id == null ? null : UUID.fromString(id);
    }
}
