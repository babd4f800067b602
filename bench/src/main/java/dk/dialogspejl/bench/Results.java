package dk.dialogspejl.bench;

import dk.dialogspejl.bench.Load.Latencies;
import dk.dialogspejl.bench.Race.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What came out, as a page to read. */
final class Results {

    private final Scale scale;
    private final List<String> rows = new ArrayList<>();
    private final List<String> latencies = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** What a ratio should be. */
    record Target(String text, double bound, boolean atLeast) {

        static final Target NONE = new Target("report", 0, true);

        static Target atLeast(double bound) {
            return new Target("at least " + bound, bound, true);
        }

        static Target atMost(double bound) {
            return new Target("at most " + bound, bound, false);
        }

        String met(double ratio) {
            if (this == NONE) {
                return "";
            }
            return (atLeast ? ratio >= bound : ratio <= bound) ? "yes" : "**no**";
        }
    }

    Results(Scale scale) {
        this.scale = scale;
    }

    /** Throughputs of a race, and processor time for each. */
    void race(String work, Race race, String product, String beside, Target target) {
        row(
                work,
                beside,
                "%,.0f/s".formatted(race.perSecond(product).median()),
                "%,.0f/s".formatted(race.perSecond(beside).median()),
                race.ratio(product, beside),
                race.cpu(product),
                race.cpu(beside),
                target);
    }

    void row(
            String work,
            String beside,
            String product,
            String other,
            Spread ratio,
            String cpu,
            String otherCpu,
            Target target) {
        rows.add("| %s | %s | %s | %s | %.2f (%.2f–%.2f) | %s | %s | %s | %s |"
                .formatted(
                        work,
                        beside,
                        product,
                        other,
                        ratio.median(),
                        ratio.least(),
                        ratio.most(),
                        target.text(),
                        target.met(ratio.median()),
                        cpu,
                        otherCpu));
        System.out.println(rows.get(rows.size() - 1));
    }

    void latencies(String work, Latencies of) {
        latencies.add("| %s | %,.0f/s | %,d | %.1f | %.1f | %.1f | %.1f |"
                .formatted(work, of.perSecond(), of.asked(), of.p50(), of.p95(), of.p99(), of.most()));
        System.out.println(latencies.get(latencies.size() - 1));
    }

    void note(String text) {
        notes.add("- " + text);
        System.out.println(text);
    }

    void write(Host host, Path file) throws IOException, InterruptedException, SQLException {
        String page = """
                # Results

                Written by `make bench%s`; how to read it is in [docs/performance.md](../docs/performance.md).

                | | |
                | --- | --- |
                %s
                | size | %,d people, %,d rounds, %,d summaries in one organisation |
                | connections | %d to the database, on both sides; %d clients at once |

                ## Beside what it stands on

                Throughput, or seconds or bytes where that is said; the median of %d rounds of %d s, in which the sides take turns.
                The ratio is made in each round: its median, and the least and the most. Processor time is microseconds for each
                request, of the process itself and of PostgreSQL.

                | work | beside | product | beside it | ratio | target | met | processor | beside it |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                %s

                ## Latencies

                Milliseconds, asked at half the most that was measured, however long the answers take.

                | work | asked | in all | p50 | p95 | p99 | most |
                | --- | --- | --- | --- | --- | --- | --- |
                %s

                ## Besides

                %s
                """.formatted(
                        scale.name().equals("full") ? "-full" : "",
                        Machine.describe(host),
                        scale.people(),
                        scale.people() * (Crowd.CONCLUDED + 1),
                        scale.people() * Crowd.CONCLUDED,
                        Scale.CONNECTIONS,
                        Scale.CLIENTS,
                        scale.rounds(),
                        scale.side().toSeconds(),
                        String.join("\n", rows),
                        String.join("\n", latencies),
                        String.join("\n", notes));
        String sizes = Page.section(file, Sizes.HEADING);
        Files.writeString(file, sizes.isEmpty() ? page : page + "\n" + sizes);
        System.out.println("Written to " + file);
    }
}
