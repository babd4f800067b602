package dk.dialogspejl.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured, and for how long.
 *
 * @param people of the organisation; each has ten summaries; none where only sizes are compared
 * @param rounds of each side of a comparison
 * @param side how long a side works in a round
 * @param warmUp how long each side works before, at most
 * @param openLoop how long latencies are taken
 * @param listeners how many listen at once, in one comparison after the other
 * @param organisations how many there are in each of the sizes that are compared, the smallest first
 */
record Scale(
        String name,
        int people,
        int rounds,
        Duration side,
        Duration warmUp,
        Duration openLoop,
        List<Integer> listeners,
        List<Integer> organisations) {

    /** What the service holds of connections, and so how many the plain ones are. */
    static final int CONNECTIONS = 8;

    /** Who ask at once: more than there are connections, so that none is idle while an answer is on its way. */
    static final int CLIENTS = 2 * CONNECTIONS;

    static Scale of(String name) {
        return switch (name) {
            case "trial" -> of(name, 400, 3, 1, 1, 2, List.of(100, 200), List.of(10, 30));
            case "short" -> of(name, 2_000, 7, 1, 12, 3, List.of(1_000), List.of());
            case "full" -> of(name, 100_000, 7, 4, 180, 15, List.of(1_000, 5_000), List.of());
            case "sizes" -> of(name, 0, 7, 4, 180, 0, List.of(), List.of(10, 1_000, 10_000));
            default -> throw new IllegalArgumentException("There is trial, short, full and sizes, and no " + name);
        };
    }

    private static Scale of(
            String name,
            int people,
            int rounds,
            int sideSeconds,
            int warmUpSeconds,
            int openLoopSeconds,
            List<Integer> listeners,
            List<Integer> organisations) {
        return new Scale(
                name,
                people,
                rounds,
                Duration.ofSeconds(sideSeconds),
                Duration.ofSeconds(warmUpSeconds),
                Duration.ofSeconds(openLoopSeconds),
                listeners,
                organisations);
    }

    /** Of warming up: after each it is looked whether that is over. */
    Duration slice() {
        return side.dividedBy(2);
    }

    /** A trial shows that the bench works; its figures mean nothing. */
    boolean isTrial() {
        return name.equals("trial");
    }
}
