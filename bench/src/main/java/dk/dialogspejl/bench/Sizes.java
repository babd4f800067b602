package dk.dialogspejl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dk.dialogspejl.bench.Race.Spread;
import dk.dialogspejl.bench.Results.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The same reads in installations that are larger and larger, each with a database of its own in one PostgreSQL, in turns:
 * in an organisation that holds half of all there is. The others have three people each, however many they are.
 */
final class Sizes {

    static final String HEADING = "As it grows";

    private static final Target OF_SMALLEST = Target.atMost(1.2);
    private static final int OF_OTHERS = 3;

    /** So many are there in the smallest size. */
    private static final int SUMMARIES = 250;

    /** Some jobs are done every half minute. */
    private static final Duration REST = Duration.ofSeconds(60);

    /** What is left of starting is over by then. */
    private static final Duration SETTLED = Duration.ofSeconds(15);

    private final Host host;
    private final Scale scale;
    private final Path page;
    private final List<String> lines = new ArrayList<>();

    Sizes(Host host, Scale scale, Path page) {
        this.host = host;
        this.scale = scale;
        this.page = page;
    }

    /** @param crowd of the organisation that is asked */
    private record Size(int organisations, long rows, Host host, Crowd crowd, ReadRequests requests) {

        String name() {
            return "%,d organisations".formatted(organisations);
        }
    }

    void run() throws Exception {
        List<Host> databases = new ArrayList<>();
        for (int organisations : scale.organisations()) {
            databases.add(host.copy("organisations_" + organisations)); // all of what has nothing in it yet
        }
        List<Size> sizes = new ArrayList<>();
        List<String> atRest = new ArrayList<>();
        for (int size = 0; size < databases.size(); size++) {
            sizes.add(fill(databases.get(size), scale.organisations().get(size)));
            atRest.add(atRest(sizes.get(size)));
        }
        compare(sizes);
        write(atRest);
    }

    private static Size fill(Host host, int organisations) throws Exception {
        long begun = System.nanoTime();
        int others = organisations - 1;
        Crowd half = Crowd.fill(host, 1, OF_OTHERS * others);
        Crowd other = Crowd.fill(host, 2, OF_OTHERS);
        Copies.make(host, other, others - 1);
        host.settle();
        ReadRequests requests;
        try (App product = host.product()) {
            requests = ReadRequests.find(product, half, SUMMARIES);
        }
        Size size = new Size(organisations, rows(host), host, half, requests);
        System.out.printf(
                "%s with %,d rows after %d s%n",
                size.name(),
                size.rows(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        return size;
    }

    private static long rows(Host host) throws SQLException {
        long rows = 0;
        try (Connection owner = host.owner();
                var statement = owner.createStatement()) {
            for (String table : Copies.tables(owner)) {
                try (var found = statement.executeQuery("select count(*) from " + table)) {
                    found.next();
                    rows += found.getLong(1);
                }
            }
        }
        return rows;
    }

    /** How soon the service is ready, and what it does beside requests: whether these grow with the organisations. */
    private String atRest(Size size) throws Exception {
        Duration rest = scale.isTrial() ? Duration.ofSeconds(1) : REST;
        try (App product = size.host().product()) {
            Thread.sleep(scale.isTrial() ? 0 : SETTLED.toMillis());
            Duration own = product.cpu();
            Duration database = host.cpu();
            Thread.sleep(rest.toMillis());
            return "%,d: ready after %.1f s, %.1f %% + %.1f %%"
                    .formatted(
                            size.organisations(),
                            product.startedIn().toMillis() / 1e3,
                            percent(product.cpu().minus(own), rest),
                            percent(host.cpu().minus(database), rest));
        }
    }

    private static double percent(Duration used, Duration of) {
        return 100.0 * used.toMillis() / of.toMillis();
    }

    private void compare(List<Size> sizes) throws Exception {
        List<App> products = new ArrayList<>();
        try (Load load = new Load()) {
            for (Size size : sizes) {
                products.add(size.host().product());
            }
            for (String work : sizes.get(0).requests().by(products.get(0)).keySet()) {
                compare(work, sizes, products, load);
            }
        } finally {
            products.forEach(App::close);
        }
    }

    private void compare(String work, List<Size> sizes, List<App> products, Load load) throws Exception {
        Race race = new Race(host, scale);
        Set<String> shapes = new TreeSet<>();
        for (int number = 0; number < sizes.size(); number++) {
            Size size = sizes.get(number);
            App product = products.get(number);
            // Anew for each: what they sign in with lives ten minutes.
            List<Request> requests = size.requests().by(product).get(work);
            shapes.add(shape(requests));
            race.side(size.name(), product.pid(), time -> load.closed(Asks.all(requests), Scale.CLIENTS, time));
        }
        if (shapes.size() != 1) {
            throw new IllegalStateException(work + ": other answers in one size than in another: " + shapes);
        }
        race.run();
        for (Size size : sizes) {
            add(work, size, race, sizes.get(0));
        }
    }

    /** How many there are of whatever the answers list: as many in each size. */
    private static String shape(List<Request> requests) throws IOException, InterruptedException {
        Set<String> shapes = new TreeSet<>();
        for (Request request : requests) {
            JsonNode answer = Api.read(request);
            StringBuilder shape = new StringBuilder();
            answer.fields()
                    .forEachRemaining(field -> shape.append(field.getKey())
                            .append(' ')
                            .append(field.getValue().size())
                            .append(' '));
            shapes.add(shape.toString());
        }
        return shapes.toString();
    }

    private void add(String work, Size size, Race race, Size smallest) {
        Spread times = race.ratio(smallest.name(), size.name());
        boolean isSmallest = size == smallest;
        lines.add("| %s | %,d | %,d | %,.0f/s | %s | %s | %s | %s |"
                .formatted(
                        work,
                        size.rows(),
                        size.organisations(),
                        race.perSecond(size.name()).median(),
                        isSmallest ? "" : "%.2f (%.2f–%.2f)".formatted(times.median(), times.least(), times.most()),
                        isSmallest ? "" : OF_SMALLEST.text(),
                        isSmallest ? "" : OF_SMALLEST.met(times.median()),
                        race.cpu(size.name())));
        System.out.println(lines.get(lines.size() - 1));
    }

    private void write(List<String> atRest) throws IOException, InterruptedException, SQLException {
        Page.put(page, HEADING, """

                Written by `make bench-sizes`. Rows are those of all organisations in all tables, and one organisation, which is
                asked, has half of them. How many times as long a request takes as in the smallest size is made in each of %d
                rounds of %d s: its median, and the least and the most.

                | | |
                | --- | --- |
                %s

                | read | rows | organisations | product | times as long | target | met | processor |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                %s

                Start, and processor at rest of the service and of PostgreSQL, by the number of organisations: %s.
                """.formatted(
                        scale.rounds(),
                        scale.side().toSeconds(),
                        Machine.describe(host),
                        String.join("\n", lines),
                        String.join("; ", atRest)));
    }
}
