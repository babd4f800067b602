package dk.dialogspejl.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Begins sessions as a sign-in does once the password has been proved: each workplace of the tests begins several. */
@ApplicationScoped
public class SignedIn {

    @Inject
    Sessions sessions;

    /** An access token of a new session. Within a transaction of their organisation. */
    public String token(Account account) {
        return sessions.begin(account, new Stranger()).access().accessToken();
    }

    /** On a device that nobody has signed in on, in a browser that is not known. */
    private static final class Stranger extends Visitor {

        @Override
        Device device() {
            return Device.of(null);
        }

        @Override
        String deviceSecret() {
            return null;
        }
    }
}
