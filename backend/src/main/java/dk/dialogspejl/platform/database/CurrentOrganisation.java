package dk.dialogspejl.platform.database;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The organisation this request is for: the one in the access token, unless a use case that works before
 * sign-in (or outside a request) has entered one. With neither there is none, and every query is empty.
 */
@RequestScoped
public class CurrentOrganisation {

    /** The claim of an access token that names the organisation. */
    public static final String CLAIM = "org";

    /** No organisation has this id, so no row is seen. */
    public static final UUID NONE = new UUID(0, 0);

    @Inject
    JsonWebToken token;

    private UUID entered;

    /** Works for the given organisation from here on. Transactions already begun keep theirs. */
    public void enter(UUID organisationId) {
        entered = organisationId;
    }

    /** Works for none from here on, whatever token came along: only what belongs to no organisation is seen. */
    public void enterNone() {
        entered = NONE;
    }

    public UUID id() {
        if (entered != null) {
            return entered;
        }
        String claim = token.getClaim(CLAIM);
        return claim == null ? NONE : UUID.fromString(claim);
    }
}
