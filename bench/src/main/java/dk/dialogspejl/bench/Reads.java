package dk.dialogspejl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dk.dialogspejl.bench.Recorder.Recorded;
import dk.dialogspejl.bench.Results.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One round, a list of twenty and a page of 500 summaries, as their readers get them: beside the same SQL through PgJDBC, and
 * beside a bare app that answers the same bytes from memory.
 */
final class Reads {

    private static final Target OF_PGJDBC = Target.atLeast(0.45);

    /** What no row says: what the reader may do, where to go on. */
    private static final Set<String> MADE_BY_THE_PRODUCT =
            Set.of("iAm", "allowedSteps", "waitingFor", "cursor", "more");

    private static final int SUMMARIES = 500;

    private final Host host;
    private final Scale scale;
    private final Results results;
    private final ReadRequests requests;
    private final Map<String, List<Recorded>> recorded = new LinkedHashMap<>();

    Reads(Host host, Scale scale, Crowd crowd, Results results, Recorder recorder) throws Exception {
        this.host = host;
        this.scale = scale;
        this.results = results;
        requests = ReadRequests.find(recorder.app(), crowd, SUMMARIES);
        for (var work : requests.by(recorder.app()).entrySet()) {
            recorded.put(work.getKey(), recorder.record(crowd.organisationId(), work.getValue(), work.getValue()));
        }
    }

    void run(App product) throws Exception {
        try (App bare = host.bare();
                Load load = new Load()) {
            for (String work : recorded.keySet()) {
                // Anew for each: what they sign in with lives ten minutes.
                compare(work, requests.by(product).get(work), recorded.get(work), product, bare, load);
            }
            results.row(
                    "memory under load",
                    "bare Quarkus REST",
                    "%,d MiB".formatted(most(product) >> 20),
                    "%,d MiB".formatted(most(bare) >> 20),
                    Race.Spread.of((double) most(product) / most(bare)),
                    "",
                    "",
                    Target.atMost(1.6));
        }
    }

    private static long most(App app) {
        return Processes.memory(app.pid(), "VmHWM");
    }

    private void compare(String work, List<Request> requests, List<Recorded> recorded, App product, App bare, Load load)
            throws Exception {
        try (Replay replay = Replay.of(host, Scale.CONNECTIONS, recorded)) {
            List<Request> fromMemory = new ArrayList<>();
            List<List<String>> values = replay.values();
            for (int number = 0; number < requests.size(); number++) {
                byte[] answer = Api.send(requests.get(number));
                requireSame(work, Api.JSON.readTree(answer), values.get(number));
                fromMemory.add(remember(bare, work.replace(' ', '-') + number, answer));
            }
            Race race = new Race(host, scale)
                    .side("product", product.pid(), time -> load.closed(Asks.all(requests), Scale.CLIENTS, time))
                    .side("PgJDBC", Bench.PID, replay::work)
                    .side(
                            "bare Quarkus REST",
                            bare.pid(),
                            time -> load.closed(Asks.all(fromMemory), Scale.CLIENTS, time))
                    .run();
            results.race(work, race, "product", "PgJDBC", OF_PGJDBC);
            results.race(work, race, "product", "bare Quarkus REST", Target.NONE);
            results.latencies(
                    work,
                    load.open(Asks.all(requests), race.perSecond("product").median() / 2, scale.openLoop()));
        }
    }

    /** The bare app answers these bytes, and no others. */
    private static Request remember(App bare, String name, byte[] answer) throws IOException, InterruptedException {
        Api.send(new Request(
                bare,
                "PUT",
                "/" + name,
                Map.of("Content-Type", "application/octet-stream"),
                new String(answer, StandardCharsets.UTF_8)));
        Request request = Request.get(bare, "/" + name, Map.of());
        if (!Arrays.equals(answer, Api.send(request))) {
            throw new IllegalStateException(name + ": the bare app answers something else");
        }
        return request;
    }

    /** Everything in the answer that somebody wrote, or that has a row, has been read by the statements too. */
    private static void requireSame(String work, JsonNode answer, List<String> values) {
        Set<String> missing = new TreeSet<>();
        collect(answer, missing);
        int all = missing.size();
        values.forEach(missing::remove);
        if (all == 0 || !missing.isEmpty()) {
            throw new IllegalStateException(work + ": the statements do not read " + missing);
        }
    }

    private static void collect(JsonNode node, Set<String> values) {
        if (node.isValueNode()) {
            values.add(node.asText());
        }
        node.elements().forEachRemaining(element -> {
            if (node.isArray()) {
                collect(element, values);
            }
        });
        node.fields().forEachRemaining(field -> {
            if (!MADE_BY_THE_PRODUCT.contains(field.getKey())) {
                collect(field.getValue(), values);
            }
        });
    }
}
