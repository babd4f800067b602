package dk.dialogspejl.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures the product and writes {@code bench/RESULTS.md}. Run by {@code make bench}, from the root of the repository, with
 * an empty folder as {@code DIALOGSPEJL_DATA}.
 */
public final class Bench {

    /** Of this process: that of a side that has no other. */
    static final long PID = ProcessHandle.current().pid();

    private static final Path RESULTS = Path.of("bench", "RESULTS.md");

    private Bench() {}

    /** @param arguments how much: {@code short}, {@code full}, {@code sizes}, or {@code trial} to see that it works */
    public static void main(String... arguments) throws Exception {
        long begun = System.nanoTime();
        Scale scale = Scale.of(arguments[0]);
        Path page = scale.isTrial() ? Path.of("bench", "target", "RESULTS.md") : RESULTS;
        try (Host host = Host.begin()) {
            if (!scale.organisations().isEmpty()) {
                new Sizes(host, scale, page).run();
            }
            if (scale.people() > 0) {
                measure(host, scale, page, begun);
            }
        }
        System.exit(0); // what the product brings along leaves threads behind
    }

    private static void measure(Host host, Scale scale, Path page, long begun) throws Exception {
        Results results = new Results(scale);
        Crowd crowd = Crowd.fill(host, 1, scale.people());
        host.settle();
        System.out.printf("Filled after %d s%n", secondsSince(begun));
        Reads reads;
        Writing writing;
        try (Recorder recorder = Recorder.begin(host)) {
            reads = new Reads(host, scale, crowd, results, recorder);
            writing = new Writing(host, scale, crowd, results, recorder);
        }
        // In one process, so that what all of them need is compiled once.
        try (App product = host.product()) {
            reads.run(product);
            writing.run(product);
            new Live(host, scale, crowd, results).run(product);
        }
        new Streaming(host, scale, crowd, results).run();
        new Starting(host, scale, results).run();
        new SigningIn(host, scale, crowd, results).run();
        results.note("The whole took %d s.".formatted(secondsSince(begun)));
        results.write(host, page);
    }

    private static long secondsSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }
}
