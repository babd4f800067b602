package dk.dialogspejl.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures the product and writes {@code bench/RESULTS.md}. Run by {@code make bench}, from the root of the repository, with
 * an empty folder as {@code DIALOGSPEJL_DATA}.
 */
public final class Bench {

    private static final Path RESULTS = Path.of("bench", "RESULTS.md");

    private Bench() {}

    /** @param arguments how much: {@code short}, {@code full}, or {@code trial} to see that it works */
    public static void main(String... arguments) throws Exception {
        long begun = System.nanoTime();
        Scale scale = Scale.of(arguments[0]);
        Results results = new Results(scale);
        try (Host host = Host.begin()) {
            Crowd crowd = Crowd.fill(host, 1, scale.people());
            try (var owner = host.owner();
                    var statement = owner.createStatement()) {
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
            System.out.printf("Filled after %d s%n", secondsSince(begun));
            new Reads(host, scale, crowd, results).run();
            new Writing(host, scale, crowd, results).run();
            new Streaming(host, scale, crowd, results).run();
            new Starting(host, scale, results).run();
            new SigningIn(host, scale, crowd, results).run();
            results.note("The whole took %d s.".formatted(secondsSince(begun)));
            results.write(host, scale.isTrial() ? Path.of("bench", "target", "RESULTS.md") : RESULTS);
        }
        System.exit(0); // what the product brings along leaves threads behind
    }

    /** Of this process: the side that has no other. */
    static Duration cpu() {
        return Processes.cpu(ProcessHandle.current().pid());
    }

    private static long secondsSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }
}
