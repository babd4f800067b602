package dk.dialogspejl.platform.outside;

import java.io.IOException;

/** There was no answer. Says of which kind the reason is, and nothing of what is there. */
public final class OutsideFailure extends IOException {

    private final Cause cause;

    /** Why there was none. */
    public enum Cause {
        /** Its name is not known to the domain name system. */
        NAME_UNKNOWN,
        /** It is not written as it must be, or leads where no call may. */
        ADDRESS_REFUSED,
        /** Nobody takes the call. */
        NOT_CONNECTED,
        /** It has no certificate for its name from somebody who is trusted. */
        NOT_TRUSTED,
        /** It took longer than there is. */
        TIMED_OUT,
        /** It hung up, or what it said is no HTTP. */
        BROKEN_OFF,
        /** It said more than there is room for. */
        TOO_LONG
    }

    public OutsideFailure(Cause cause) {
        super(cause.name());
        this.cause = cause;
    }

    public Cause why() {
        return cause;
    }
}
