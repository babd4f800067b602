package dk.dialogspejl.bench;

import dk.dialogspejl.bench.Race.Spread;
import dk.dialogspejl.bench.Results.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Telling those who have a round open that something has changed in it, beside Vert.x that writes the same bytes to as many
 * streams. In each of fifty rounds both have it open, in as many tabs as it takes.
 *
 * <p>In the race each side is told of a change as it can be: the product by the message that an instance sends for an edit,
 * through PostgreSQL, the bare app by a request. The edit itself is no part of it; that is in the latencies.
 */
final class Live {

    private static final Target OF_VERTX = Target.atLeast(0.5);
    private static final String VERTX = "bare Vert.x SSE";
    private static final int ROOMS = Crowd.ROOMS;

    /** What is edited: one that no other work saves. */
    private static final String TOPIC = Crowd.topics().get(Crowd.topics().size() - 1);

    private static final String CHANNEL = "dialogspejl";
    private static final int PATIENCE_MS = 10_000;

    /** A stream says who is there before it says what has changed. */
    private static final int LINES_BEFORE = 10;

    private final Host host;
    private final Scale scale;
    private final Crowd crowd;
    private final Results results;

    Live(Host host, Scale scale, Crowd crowd, Results results) {
        this.host = host;
        this.scale = scale;
        this.crowd = crowd;
        this.results = results;
    }

    void run(App product) throws Exception {
        for (int listeners : scale.listeners()) {
            compare(product, listeners);
        }
    }

    private void compare(App product, int number) throws Exception {
        try (App bare = host.bare();
                Load load = new Load();
                Connection sender = host.owner();
                Listeners toProduct = new Listeners(ROOMS);
                Listeners toBare = new Listeners(ROOMS)) {
            Map<Integer, Map<String, String>> people = signIn(product);
            List<Saves> saves = new ArrayList<>();
            for (int person : crowd.inRooms()) {
                share(product, person, people.get(person));
                saves.add(new Saves(product, crowd).by(person, people.get(person), List.of(TOPIC)));
            }
            List<String> messages = messagesOf(saves);
            try (var statement = sender.createStatement()) {
                statement.execute("set synchronous_commit = off"); // a message is nothing that is kept
            }

            List<Request> streams = streams(product, people, number);
            String event = nextEvent(streams.get(0), () -> send(sender, messages, List.of(0)));
            List<Request> bareStreams = new ArrayList<>();
            for (int stream = 0; stream < number; stream++) {
                bareStreams.add(Request.get(bare, "/live/" + stream % ROOMS, Map.of()));
            }
            requireSame(event, nextEvent(bareStreams.get(0), () -> Api.send(tell(bare, List.of(0), event))));

            double held = heapOfEach(product, toProduct, streams);
            double bareHeld = heapOfEach(bare, toBare, bareStreams);
            results.row(
                    "heap for each of %,d listeners".formatted(number),
                    VERTX,
                    "%.1f KiB".formatted(held / 1024),
                    "%.1f KiB".formatted(bareHeld / 1024),
                    Spread.of(held / bareHeld),
                    "",
                    "",
                    Target.NONE);
            Race race = new Race(host, scale)
                    .side(
                            "product",
                            product.pid(),
                            time -> toProduct.closed(rooms -> send(sender, messages, rooms), time))
                    .side(VERTX, bare.pid(), time -> toBare.closed(rooms -> Api.send(tell(bare, rooms, event)), time))
                    .run();
            results.race("tell %,d listeners".formatted(number), race, "product", VERTX, OF_VERTX);
            edit("product", number, product, toProduct, load, saves);
            List<Asks> tellBare = new ArrayList<>();
            for (int room = 0; room < ROOMS; room++) {
                List<Integer> rooms = List.of(room);
                tellBare.add(() -> tell(bare, rooms, event));
            }
            edit(VERTX, number, bare, toBare, load, tellBare);
        }
    }

    /** In bytes, of all but the first ones: those also load classes and fill caches. */
    private static double heapOfEach(App app, Listeners listeners, List<Request> streams) throws Exception {
        int first = streams.size() / 10;
        listeners.open(streams.subList(0, first));
        long before = app.heldHeap();
        listeners.open(streams.subList(first, streams.size()));
        return (double) (app.heldHeap() - before) / (streams.size() - first);
    }

    /** An edit a second in each room, as those who listen there hear of it. */
    private void edit(String side, int number, App app, Listeners listeners, Load load, List<? extends Asks> rooms)
            throws Exception {
        int seconds = Math.toIntExact(scale.openLoop().toSeconds());
        Edits unmeasured = new Edits(rooms, seconds * number); // editing has not been warmed up yet
        listeners.time(unmeasured, () -> load.open(unmeasured, ROOMS, scale.openLoop()));
        Edits edits = new Edits(rooms, seconds * number);
        Duration own = app.cpu();
        Duration database = host.cpu();
        listeners.time(edits, () -> load.open(edits, ROOMS, scale.openLoop()));
        String work = "%,d listeners, an edit a second in each of %d rooms, %s".formatted(number, ROOMS, side);
        results.latencies(work, edits.latencies(ROOMS));
        results.note("%s: %.1f %% of a processor, and %.1f %% for PostgreSQL."
                .formatted(
                        work,
                        100.0 * app.cpu().minus(own).toMillis() / 1e3 / seconds,
                        100.0 * host.cpu().minus(database).toMillis() / 1e3 / seconds));
    }

    private Map<Integer, Map<String, String>> signIn(App product) throws IOException, InterruptedException {
        Map<Integer, Map<String, String>> people = new HashMap<>();
        for (int person : crowd.inRooms()) {
            for (int one : List.of(person, crowd.partner(Crowd.CONCLUDED, person))) {
                if (!people.containsKey(one)) {
                    people.put(one, Api.signIn(product, crowd.login(one)));
                }
            }
        }
        return people;
    }

    /** So that the partner is told when it is edited. */
    private void share(App product, int person, Map<String, String> me) throws IOException, InterruptedException {
        String path = "/api/v1/dialogues/" + crowd.dialogueOf(person) + "/sharing";
        int version = Api.read(Request.get(product, path, me)).get("version").asInt();
        Api.send(Request.change(product, "PUT", path, me, version, "{\"topics\": [\"" + TOPIC + "\"]}"));
    }

    /** What the product itself says to all its instances when each of these is saved: room by room. */
    private List<String> messagesOf(List<Saves> saves) throws IOException, InterruptedException, SQLException {
        List<String> messages = new ArrayList<>();
        try (Connection listening = host.owner()) {
            try (var statement = listening.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            for (Saves save : saves) {
                Request edit = save.next();
                Api.send(edit);
                save.answered(edit);
                messages.add(nextChange(listening.unwrap(PGConnection.class)));
            }
        }
        return messages;
    }

    /** Who listened before may still be said to be gone. */
    private static String nextChange(PGConnection listening) throws SQLException {
        List<String> changes = List.of();
        while (changes.isEmpty()) {
            PGNotification[] said = listening.getNotifications(PATIENCE_MS);
            if (said.length == 0) {
                throw new IllegalStateException("Nothing was said of an edit");
            }
            changes = Arrays.stream(said)
                    .map(PGNotification::getParameter)
                    .filter(message -> message.startsWith("changed "))
                    .toList();
        }
        if (changes.size() != 1) {
            throw new IllegalStateException("An edit made " + changes.size() + " messages instead of one");
        }
        return changes.get(0);
    }

    /** As the product sends them; nobody edits meanwhile. */
    private static void send(Connection sender, List<String> messages, List<Integer> rooms) throws SQLException {
        try (var statement = sender.prepareStatement("select pg_notify(?, message) from unnest(?) as said (message)")) {
            statement.setString(1, CHANNEL);
            statement.setArray(
                    2,
                    sender.createArrayOf(
                            "text", rooms.stream().map(messages::get).toArray()));
            statement.execute();
        }
    }

    private static Request tell(App bare, List<Integer> rooms, String event) {
        String path = "/live/" + rooms.stream().map(Object::toString).collect(Collectors.joining(","));
        return new Request(bare, "POST", path, Map.of(), event);
    }

    /** Both of a round, in turn: each room's next stream after all other rooms'. */
    private List<Request> streams(App product, Map<Integer, Map<String, String>> people, int number) {
        List<Request> streams = new ArrayList<>();
        for (int stream = 0; stream < number; stream++) {
            int evaluatee = crowd.inRooms().get(stream % ROOMS);
            boolean theirs = stream / ROOMS % 2 == 0;
            int listener = theirs ? evaluatee : crowd.partner(Crowd.CONCLUDED, evaluatee);
            String path = "/api/v1/rounds/" + crowd.roundOf(evaluatee, Crowd.CONCLUDED) + "/live";
            streams.add(Request.get(product, path, people.get(listener)));
        }
        return streams;
    }

    /** Something to do between. */
    @FunctionalInterface
    private interface Telling {
        void run() throws Exception;
    }

    /** The bytes of the change that a stream hears of after that, as text. */
    private static String nextEvent(Request stream, Telling telling) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) stream.app().at(stream.path()).toURL().openConnection();
        stream.headers().forEach(connection::setRequestProperty);
        connection.setReadTimeout(PATIENCE_MS);
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            telling.run();
            for (int line = 0; line < LINES_BEFORE; line++) {
                String text = lines.readLine();
                if (text.contains("CHANGED")) {
                    return text + "\n" + lines.readLine() + "\n";
                }
            }
            throw new IllegalStateException("A stream was told nothing");
        } finally {
            connection.disconnect();
        }
    }

    private static void requireSame(String event, String ofBare) {
        if (!event.equals(ofBare)) {
            throw new IllegalStateException("The product tells <" + event + ">, the bare app <" + ofBare + ">");
        }
    }
}
