package dk.dialogspejl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dk.dialogspejl.bench.Recorder.Recorded;
import dk.dialogspejl.bench.Results.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Saving a reflection, as its author's app does: sealed, with the version it replaces. Beside the same statements. */
final class Writing {

    private static final Target OF_PGJDBC = Target.atLeast(0.6);

    /** The first are written by the product, the last ones by the same statements: no two change the same. */
    private static final int OF_THE_PRODUCT = 4;

    private final Host host;
    private final Scale scale;
    private final Crowd crowd;
    private final Results results;
    private final List<Recorded> recorded;

    Writing(Host host, Scale scale, Crowd crowd, Results results, Recorder recorder) throws Exception {
        this.host = host;
        this.scale = scale;
        this.crowd = crowd;
        this.results = results;
        App app = recorder.app();
        List<Request> sheets = new ArrayList<>();
        List<Request> saves = new ArrayList<>();
        String topic = Crowd.topics().get(OF_THE_PRODUCT);
        for (int reader : crowd.readers().subList(0, Scale.CONNECTIONS)) {
            Map<String, String> me = Api.signIn(app, crowd.login(reader));
            Request sheet = Saves.sheet(app, crowd, reader, me);
            sheets.add(sheet);
            saves.add(Saves.save(
                    app, crowd, reader, topic, me, Saves.versions(sheet).get(topic)));
        }
        recorded = recorder.record(crowd.organisationId(), sheets, saves);
    }

    void run(App product) throws Exception {
        try (Load load = new Load();
                Replay replay = Replay.of(host, Scale.CONNECTIONS, recorded)) {
            replay.values();
            Saves saves = new Saves(product, crowd);
            for (int reader : crowd.readers()) {
                Map<String, String> me = Api.signIn(product, crowd.login(reader));
                if (reader == crowd.readers().get(0)) {
                    requireWritten(Api.read(Saves.sheet(product, crowd, reader, me)));
                }
                saves.by(reader, me, Crowd.topics().subList(0, OF_THE_PRODUCT));
            }
            Race race = new Race(host, scale)
                    .side("product", product.pid(), time -> load.closed(saves, Scale.CLIENTS, time))
                    .side("PgJDBC", Bench.PID, replay::work)
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
                    && reflection.get("text").asText().equals(Saves.textOver(1))
                    && reflection.get("version").asInt() == 3) {
                return;
            }
        }
        throw new IllegalStateException("The statements did not save a reflection: " + sheet);
    }
}
