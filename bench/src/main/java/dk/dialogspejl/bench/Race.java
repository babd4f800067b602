package dk.dialogspejl.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets sides work in turns, so that whatever else the machine does meets all of them. */
final class Race {

    private static final int SLICES = 45;
    private static final int COMPARED = 4;
    private static final double FASTER = 1.03;
    private static final long MUCH = 20_000;
    private static final long LOOK_AGAIN_MS = 200;
    private static final int MOST_LOOKS = 75;

    private final Host host;
    private final Scale scale;
    private final List<Side> sides = new ArrayList<>();
    private final List<List<Turn>> turns = new ArrayList<>();

    /** What is done for so long; answers how often. */
    @FunctionalInterface
    interface Work {
        long of(Duration howLong) throws Exception;
    }

    private record Side(String name, Supplier<Duration> cpu, Work work) {}

    /** @param own what the side's own process used of processors, for all of it */
    private record Turn(long done, double seconds, Duration own, Duration database) {

        double perSecond() {
            return done / seconds;
        }
    }

    /** A median, and the least and the most. */
    record Spread(double median, double least, double most) {

        static Spread of(double... values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        }
    }

    Race(Host host, Scale scale) {
        this.host = host;
        this.scale = scale;
    }

    /** @param cpu of the process that does it */
    Race side(String name, Supplier<Duration> cpu, Work work) {
        sides.add(new Side(name, cpu, work));
        turns.add(new ArrayList<>());
        return this;
    }

    /** Every other round in the opposite order. */
    Race run() throws Exception {
        for (Side side : sides) {
            warmUp(side);
        }
        for (int round = 0; round < scale.rounds(); round++) {
            for (int place = 0; place < sides.size(); place++) {
                int side = round % 2 == 0 ? place : sides.size() - 1 - place;
                turns.get(side).add(turn(sides.get(side)));
            }
        }
        return this;
    }

    /**
     * Until much has been done, and it is hardly faster in some slices than in as many before: one alone says little, and Java
     * compiles again what has been called some thousand times.
     */
    private void warmUp(Side side) throws Exception {
        Duration slice = scale.warmUp().dividedBy(SLICES);
        double[] done = new double[SLICES];
        long inAll = 0;
        for (int worked = 0; worked < SLICES; worked++) {
            long begun = System.nanoTime();
            long now = side.work().of(slice);
            done[worked] = (double) now / (System.nanoTime() - begun);
            inAll += now;
            awaitCompiler(side);
            if (inAll >= MUCH
                    && worked + 1 >= 2 * COMPARED
                    && sum(done, worked + 1 - COMPARED) < FASTER * sum(done, worked + 1 - 2 * COMPARED)) {
                return;
            }
        }
    }

    /**
     * Java's compiler has one thread for what matters, beside as many that work as there are clients: on two processors it would
     * be behind for minutes. So it gets them to itself, until nothing is done any more.
     */
    private static void awaitCompiler(Side side) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Duration before = side.cpu().get();
            Thread.sleep(LOOK_AGAIN_MS);
            if (side.cpu().get().minus(before).toMillis() <= LOOK_AGAIN_MS / 10) {
                return;
            }
        }
    }

    private static double sum(double[] done, int from) {
        return Arrays.stream(done, from, from + COMPARED).sum();
    }

    private Turn turn(Side side) throws Exception {
        Duration own = side.cpu().get();
        Duration database = host.cpu();
        long begun = System.nanoTime();
        long done = side.work().of(scale.side());
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Turn(done, seconds, side.cpu().get().minus(own), host.cpu().minus(database));
    }

    Spread perSecond(String side) {
        return Spread.of(of(side).stream().mapToDouble(Turn::perSecond).toArray());
    }

    /** How much of another side's throughput a side has, round by round. */
    Spread ratio(String side, String beside) {
        List<Turn> ones = of(side);
        List<Turn> others = of(beside);
        double[] ratios = new double[ones.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = ones.get(round).perSecond() / others.get(round).perSecond();
        }
        return Spread.of(ratios);
    }

    /** Microseconds of processor for each that was done: its own, and PostgreSQL's. */
    String cpu(String side) {
        return "%.0f + %.0f".formatted(micros(side, Turn::own), micros(side, Turn::database));
    }

    private double micros(String side, Function<Turn, Duration> what) {
        double[] each = of(side).stream()
                .mapToDouble(turn -> what.apply(turn).toNanos() / 1e3 / turn.done())
                .toArray();
        return Spread.of(each).median();
    }

    private List<Turn> of(String side) {
        return turns.get(sides.stream().map(Side::name).toList().indexOf(side));
    }
}
