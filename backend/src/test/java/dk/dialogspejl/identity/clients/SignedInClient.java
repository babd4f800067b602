package dk.dialogspejl.identity.clients;

import dk.dialogspejl.identity.AccessTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/** Gives an API client a token as the token endpoint does once the secret has been proved. */
@ApplicationScoped
public class SignedInClient {

    @Inject
    AccessTokens accessTokens;

    @Inject
    Clock clock;

    /** With all its scopes. Within a transaction of its organisation. */
    public String token(ApiClient client) {
        ClientSecret secret = client.secrets().get(0);
        secret.use(clock.instant());
        return accessTokens
                .forClient(client.organisationId(), client.id(), secret.id(), Set.copyOf(client.scopes()))
                .accessToken();
    }
}
