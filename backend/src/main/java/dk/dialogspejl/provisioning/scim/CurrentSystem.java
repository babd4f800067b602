package dk.dialogspejl.provisioning.scim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The API client whose access token came with the request. */
@RequestScoped
class CurrentSystem {

    @Inject
    JsonWebToken token;

    UUID id() {
        return UUID.fromString(token.getSubject());
    }
}
