package dk.dialogspejl.identity;

import dk.dialogspejl.identity.Rights.Bearer;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token says who asks; what they may do is asked of the database with each request, and a token alone opens nothing. */
@ApplicationScoped
class CheckRights implements SecurityIdentityAugmentor {

    @Inject
    Rights rights;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? context.runBlocking(() -> withRights(identity, token))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity withRights(SecurityIdentity identity, JsonWebToken token) {
        Set<String> now = rights.of(bearer(token)).orElseThrow(AuthenticationFailedException::new);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(now)
                .build();
    }

    private static Bearer bearer(JsonWebToken token) {
        try {
            String session = token.getClaim(AccessTokens.SESSION);
            return new Bearer(
                    UUID.fromString(token.getClaim(CurrentOrganisation.CLAIM)),
                    UUID.fromString(token.getSubject()),
                    session == null ? null : UUID.fromString(session));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException notOurs) {
            throw new AuthenticationFailedException();
        }
    }
}
