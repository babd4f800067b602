package dk.dialogspejl.bench;

import java.time.Duration;

/**
 * How much is measured, and for how long.
 *
 * @param people of the organisation; each has ten summaries
 * @param rounds of each side of a comparison
 * @param side how long a side works in a round
 * @param warmUp how long each side works before, at most
 * @param openLoop how long latencies are taken
 */
record Scale(String name, int people, int rounds, Duration side, Duration warmUp, Duration openLoop) {

    /** What the service holds of connections, and so how many the plain ones are. */
    static final int CONNECTIONS = 8;

    /** Who ask at once: more than there are connections, so that none is idle while an answer is on its way. */
    static final int CLIENTS = 2 * CONNECTIONS;

    static Scale of(String name) {
        return switch (name) {
            case "trial" ->
                new Scale(name, 400, 3, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));
            case "short" ->
                new Scale(name, 10_000, 7, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(8));
            case "full" ->
                new Scale(name, 100_000, 11, Duration.ofSeconds(6), Duration.ofSeconds(60), Duration.ofSeconds(30));
            default -> throw new IllegalArgumentException("There is trial, short and full, and no " + name);
        };
    }

    /** A trial shows that the bench works; its figures mean nothing. */
    boolean isTrial() {
        return name.equals("trial");
    }
}
