package dk.dialogspejl.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Lets sides work in turns, so that whatever else the machine does meets all of them. */
final class Race {

    private static final int COMPARED = 4;
    private static final double FASTER = 1.03;
    private static final double COMPILING = 0.05;
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

    private record Side(String name, long pid, Work work) {

        Duration cpu() {
            return Processes.cpu(pid);
        }
    }

    /** @param compiling how much of what its process used of processors went to Java's compilers */
    private record Slice(double seconds, double perSecond, double compiling) {}

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

    /** @param pid of the process that does it */
    Race side(String name, long pid, Work work) {
        sides.add(new Side(name, pid, work));
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
     * Until Java's compilers have next to nothing to do for it, and it is hardly faster in some slices than in as many before.
     * Throughput alone stands still for half a minute at a time while they are behind.
     */
    private void warmUp(Side side) throws Exception {
        List<Slice> slices = new ArrayList<>();
        double seconds = 0;
        while (seconds < scale.warmUp().toSeconds() && !isWarm(slices)) {
            Slice slice = slice(side);
            slices.add(slice);
            seconds += slice.seconds();
        }
    }

    private Slice slice(Side side) throws Exception {
        Duration used = side.cpu();
        Duration compiled = Processes.cpuOfCompilers(side.pid());
        long begun = System.nanoTime();
        long done = side.work().of(scale.slice());
        double seconds = (System.nanoTime() - begun) / 1e9;
        awaitCompiler(side);
        return new Slice(
                seconds,
                done / seconds,
                (double) Processes.cpuOfCompilers(side.pid()).minus(compiled).toMillis()
                        / Math.max(1, side.cpu().minus(used).toMillis()));
    }

    private static boolean isWarm(List<Slice> slices) {
        int since = slices.size() - COMPARED;
        return since >= COMPARED
                && mean(slices, since, Slice::compiling) < COMPILING
                && mean(slices, since, Slice::perSecond) < FASTER * mean(slices, since - COMPARED, Slice::perSecond);
    }

    private static double mean(List<Slice> slices, int from, ToDoubleFunction<Slice> what) {
        return slices.subList(from, from + COMPARED).stream()
                .mapToDouble(what)
                .average()
                .orElseThrow();
    }

    /**
     * Java's compiler has one thread for what matters, beside as many that work as there are clients: on two processors it would
     * be behind for minutes. So it gets them to itself, until nothing is done any more.
     */
    private static void awaitCompiler(Side side) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Duration before = side.cpu();
            Thread.sleep(LOOK_AGAIN_MS);
            if (side.cpu().minus(before).toMillis() <= LOOK_AGAIN_MS / 10) {
                return;
            }
        }
    }

    private Turn turn(Side side) throws Exception {
        Duration own = side.cpu();
        Duration database = host.cpu();
        long begun = System.nanoTime();
        long done = side.work().of(scale.side());
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Turn(done, seconds, side.cpu().minus(own), host.cpu().minus(database));
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
