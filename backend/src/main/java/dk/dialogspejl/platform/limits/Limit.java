package dk.dialogspejl.platform.limits;

import java.time.Duration;

/**
 * A token bucket: so many at once, and as many again spread evenly over each period.
 *
 * @param name tells this limit from others for the same person
 * @param most how many at once; at least 1
 * @param per how long an empty bucket takes to fill
 * @param leased how many an instance fetches at a time and then counts by itself. With 1 the limit is exact and costs
 *     a statement each time; with more it may be reached that much too early when several instances are asked.
 */
public record Limit(String name, int most, Duration per, int leased) {

    /** Share of the bucket that one instance fetches at a time. */
    private static final int LEASES = 20;

    /** For what happens seldom and must be counted exactly, such as attempts to sign in. */
    public static Limit exact(String name, int most, Duration per) {
        return new Limit(name, most, per, 1);
    }

    /** For what happens all the time. */
    public static Limit coarse(String name, int most, Duration per) {
        return new Limit(name, most, per, Math.max(1, most / LEASES));
    }
}
