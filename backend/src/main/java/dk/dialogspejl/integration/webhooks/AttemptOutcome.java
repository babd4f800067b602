package dk.dialogspejl.integration.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an attempt at delivering an event ended. */
@Schema(name = "WebhookAttemptOutcome")
public enum AttemptOutcome {
    /** With a status from 200 to 299. */
    ARRIVED,
    /** With 410: the receiver wants no more. */
    GONE,
    /** With a status from 300 to 399: redirects are not followed. */
    REDIRECTED,
    /** With another status. */
    NOT_ACCEPTED,
    /** The receiver's name is not known to the domain name system. */
    NAME_UNKNOWN,
    /** The receiver's address is none that may be called, such as one in a private network. */
    ADDRESS_REFUSED,
    /** Nobody took the call. */
    NOT_CONNECTED,
    /** The receiver has no certificate for its name from somebody who is trusted. */
    NOT_TRUSTED,
    /** No answer within fifteen seconds. */
    TIMED_OUT,
    /** The receiver hung up, or answered with no HTTP. */
    BROKEN_OFF,
    /** The service stopped before it knew. It may have arrived. */
    INTERRUPTED
}
