package dk.dialogspejl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dk.dialogspejl.bench.Recorder.Recorded;
import dk.dialogspejl.bench.Results.Target;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Saving a reflection, as its author's app does: sealed, with the version it replaces. Beside the same statements. */
final class Writing {

    private static final Target OF_PGJDBC = Target.atLeast(0.6);
    private static final String TEXT = "Jeg så op før borgeren nåede skranken, og der blev ro. Gang nummer %d.";

    /** The first are written by the product, the last ones by the same statements: no two change the same. */
    private static final int OF_THE_PRODUCT = 4;

    private final Host host;
    private final Scale scale;
    private final Crowd crowd;
    private final Results results;

    Writing(Host host, Scale scale, Crowd crowd, Results results) {
        this.host = host;
        this.scale = scale;
        this.crowd = crowd;
        this.results = results;
    }

    void run() throws Exception {
        List<Recorded> recorded;
        try (Recorder recorder = Recorder.begin(host)) {
            App app = recorder.app();
            List<Request> sheets = new ArrayList<>();
            List<Request> saves = new ArrayList<>();
            for (int reader = 0; reader < Scale.CONNECTIONS; reader++) {
                Map<String, String> me = Api.signIn(app, crowd.login(reader));
                sheets.add(sheet(app, reader, me));
                Map<String, Integer> versions = versions(sheets.get(reader));
                String topic = Crowd.topics().get(OF_THE_PRODUCT);
                saves.add(save(app, reader, topic, me, versions.get(topic)));
            }
            recorded = recorder.record(crowd.organisationId(), sheets, saves);
        }
        try (App product = host.product();
                Load load = new Load();
                Replay replay = Replay.of(host, Scale.CONNECTIONS, recorded)) {
            replay.values();
            Map<String, String> first = Api.signIn(product, crowd.login(0));
            requireWritten(Api.read(sheet(product, 0, first)));
            Saves saves = new Saves(product);
            Race race = new Race(host, scale)
                    .side("product", product::cpu, time -> load.closed(saves, Scale.CLIENTS, time))
                    .side("PgJDBC", Bench::cpu, replay::work)
                    .run();
            results.race("save a reflection", race, "product", "PgJDBC", OF_PGJDBC);
            results.latencies(
                    "save a reflection",
                    load.open(saves, race.perSecond("product").median() / 2, scale.openLoop()));
        }
    }

    /** What the statements wrote is what the product wrote, and opens. */
    private static void requireWritten(JsonNode sheet) {
        for (JsonNode reflection : sheet.get("reflections")) {
            if (reflection.get("topic").asText().equals(Crowd.topics().get(OF_THE_PRODUCT))
                    && reflection.get("text").asText().equals(TEXT.formatted(1))
                    && reflection.get("version").asInt() == 3) {
                return;
            }
        }
        throw new IllegalStateException("The statements did not save a reflection: " + sheet);
    }

    private Request sheet(App app, int reader, Map<String, String> me) {
        return Request.get(app, path(reader), me);
    }

    private String path(int reader) {
        return "/api/v1/dialogues/" + crowd.dialogueOf(reader) + "/reflections";
    }

    private static Map<String, Integer> versions(Request sheet) throws IOException, InterruptedException {
        Map<String, Integer> versions = new HashMap<>();
        for (JsonNode reflection : Api.read(sheet).get("reflections")) {
            versions.put(
                    reflection.get("topic").asText(), reflection.get("version").asInt());
        }
        return versions;
    }

    private Request save(App app, int reader, String topic, Map<String, String> me, int version) {
        Map<String, String> headers = new HashMap<>(me);
        headers.put("Content-Type", "application/json");
        headers.put("If-Match", "\"" + version + "\"");
        String body = "{\"text\": \"" + TEXT.formatted(version) + "\"}";
        return new Request(app, "PUT", path(reader) + "/" + topic, headers, body);
    }

    /** Each reflection is saved again when it has been saved. */
    private final class Saves implements Asks {

        private final App app;
        private final Deque<Next> free = new ArrayDeque<>();
        private final Map<Request, Next> asked = new IdentityHashMap<>();

        private record Next(int reader, String topic, Map<String, String> me, int version) {}

        private Saves(App app) throws IOException, InterruptedException {
            this.app = app;
            for (int reader = 0; reader < Crowd.READERS; reader++) {
                Map<String, String> me = Api.signIn(app, crowd.login(reader));
                Map<String, Integer> versions = versions(sheet(app, reader, me));
                for (String topic : Crowd.topics().subList(0, OF_THE_PRODUCT)) {
                    free.add(new Next(reader, topic, me, versions.get(topic)));
                }
            }
        }

        @Override
        public Request next() {
            Next next = free.poll();
            if (next == null) {
                return null;
            }
            Request request = save(app, next.reader(), next.topic(), next.me(), next.version());
            asked.put(request, next);
            return request;
        }

        @Override
        public void answered(Request request) {
            Next done = asked.remove(request);
            free.add(new Next(done.reader(), done.topic(), done.me(), done.version() + 1));
        }
    }
}
