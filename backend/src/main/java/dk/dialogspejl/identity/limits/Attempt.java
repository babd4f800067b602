package dk.dialogspejl.identity.limits;

import java.util.Map;

/** An attempt that has been admitted. It counts, unless it is given back. */
public final class Attempt {

    private final Attempts attempts;
    private final Map<String, Limit> taken;

    Attempt(Attempts attempts, Map<String, Limit> taken) {
        this.attempts = attempts;
        this.taken = taken;
    }

    /** It succeeded, so it does not count. Earlier ones still do. */
    public void giveBack() {
        taken.forEach(attempts::giveBack);
    }
}
