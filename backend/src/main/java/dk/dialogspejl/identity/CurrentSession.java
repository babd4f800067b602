package dk.dialogspejl.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session of the person whose access token came with the request. */
@RequestScoped
public class CurrentSession {

    @Inject
    JsonWebToken token;

    public UUID id() {
        return UUID.fromString(token.getClaim(AccessTokens.SESSION));
    }
}
