package dk.dialogspejl.identity.limits;

import java.time.Duration;

/**
 * How often something may be tried.
 *
 * @param atOnce so many times in a row
 * @param pause after which one more time is allowed
 */
record Limit(int atOnce, Duration pause) {

    /** How long it takes until all of them are allowed again. */
    Duration all() {
        return pause.multipliedBy(atOnce);
    }
}
