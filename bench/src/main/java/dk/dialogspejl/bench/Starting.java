package dk.dialogspejl.bench;

import dk.dialogspejl.bench.Race.Spread;
import dk.dialogspejl.bench.Results.Target;
import java.time.Duration;

/** From the start of a process until it is ready, and what it holds then; beside the bare app on the same JDK. */
final class Starting {

    private static final Target OF_BARE = Target.atMost(1.6);
    private static final Duration REST = Duration.ofSeconds(3);

    private final Host host;
    private final Scale scale;
    private final Results results;

    Starting(Host host, Scale scale, Results results) {
        this.host = host;
        this.scale = scale;
        this.results = results;
    }

    @FunctionalInterface
    private interface Start {
        App app() throws Exception;
    }

    /** In milliseconds, and in bytes. */
    private record Started(double took, double memory) {}

    void run() throws Exception {
        double[][] took = new double[2][scale.rounds()];
        double[][] memory = new double[2][scale.rounds()];
        double[] tookRatio = new double[scale.rounds()];
        double[] memoryRatio = new double[scale.rounds()];
        for (int round = 0; round < scale.rounds(); round++) {
            Started product = start(host::product);
            Started bare = start(host::bare);
            took[0][round] = product.took();
            took[1][round] = bare.took();
            memory[0][round] = product.memory();
            memory[1][round] = bare.memory();
            tookRatio[round] = product.took() / bare.took();
            memoryRatio[round] = product.memory() / bare.memory();
        }
        row("start to ready", "%,.0f ms", 1, took, tookRatio);
        row("memory at rest", "%,.0f MiB", 1 << 20, memory, memoryRatio);
    }

    private void row(String work, String format, double unit, double[][] values, double[] ratios) {
        results.row(
                work,
                "bare Quarkus REST",
                format.formatted(Spread.of(values[0]).median() / unit),
                format.formatted(Spread.of(values[1]).median() / unit),
                Spread.of(ratios),
                "",
                "",
                OF_BARE);
    }

    private static Started start(Start start) throws Exception {
        try (App app = start.app()) {
            Thread.sleep(REST.toMillis());
            return new Started(app.startedIn().toMillis(), Processes.memory(app.pid(), "VmRSS"));
        }
    }
}
