package dk.dialogspejl.platform.log;

import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Security events (ASVS 16.3), as {@code event=… key=…} in a category of their own, so that they can be sent where they
 * are watched. Values are ids, numbers and names from our own code; the request's id comes with every log line.
 */
public final class SecurityLog {

    public static final String CATEGORY = "dialogspejl.security";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private SecurityLog() {}

    /** Somebody or something signed in, was refused, or changed what others may do. */
    public enum Event {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGNED_OUT,
        REFRESH_TOKEN_REUSED,
        CLIENT_SIGNED_IN,
        REFUSED,
        ADMINISTERED
    }

    /** @param who id of a person or an API client; null where it is not known */
    public static void tell(Event event, UUID organisation, UUID who) {
        LOG.infof("event=%s organisation=%s who=%s", event, organisation, who);
    }

    /** @param operation the class and method that was asked for; never its address, in which there may be text */
    static void refused(int status, String operation, String who) {
        LOG.infof("event=%s status=%d operation=%s who=%s", Event.REFUSED, status, operation, who);
    }

    static void administered(String operation, List<String> ids, String who) {
        LOG.infof("event=%s operation=%s ids=%s who=%s", Event.ADMINISTERED, operation, ids, who);
    }
}
