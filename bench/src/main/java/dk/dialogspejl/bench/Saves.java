package dk.dialogspejl.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Saves reflections, as their authors' apps do: each again when it has been saved, with the version it replaces. */
final class Saves implements Asks {

    private static final String TEXT = "Jeg så op før borgeren nåede skranken, og der blev ro. Gang nummer %d.";

    private final App app;
    private final Crowd crowd;
    private final Deque<Next> free = new ArrayDeque<>();
    private final Map<Request, Next> asked = new IdentityHashMap<>();

    private record Next(int person, String topic, Map<String, String> me, int version) {}

    Saves(App app, Crowd crowd) {
        this.app = app;
        this.crowd = crowd;
    }

    /** Also saves what this person wrote on these topics, in the round in which they reflect. */
    Saves by(int person, Map<String, String> me, List<String> topics) throws IOException, InterruptedException {
        Map<String, Integer> versions = versions(sheet(app, crowd, person, me));
        for (String topic : topics) {
            free.add(new Next(person, topic, me, versions.get(topic)));
        }
        return this;
    }

    @Override
    public Request next() {
        Next next = free.poll();
        if (next == null) {
            return null;
        }
        Request request = save(app, crowd, next.person(), next.topic(), next.me(), next.version());
        asked.put(request, next);
        return request;
    }

    @Override
    public void answered(Request request) {
        Next done = asked.remove(request);
        free.add(new Next(done.person(), done.topic(), done.me(), done.version() + 1));
    }

    static Request sheet(App app, Crowd crowd, int person, Map<String, String> me) {
        return Request.get(app, path(crowd, person), me);
    }

    /** By topic. */
    static Map<String, Integer> versions(Request sheet) throws IOException, InterruptedException {
        Map<String, Integer> versions = new HashMap<>();
        for (var reflection : Api.read(sheet).get("reflections")) {
            versions.put(
                    reflection.get("topic").asText(), reflection.get("version").asInt());
        }
        return versions;
    }

    static Request save(App app, Crowd crowd, int person, String topic, Map<String, String> me, int version) {
        return Request.change(
                app,
                "PUT",
                path(crowd, person) + "/" + topic,
                me,
                version,
                "{\"text\": \"" + textOver(version) + "\"}");
    }

    /** What replaces a version. */
    static String textOver(int version) {
        return TEXT.formatted(version);
    }

    private static String path(Crowd crowd, int person) {
        return "/api/v1/dialogues/" + crowd.dialogueOf(person) + "/reflections";
    }
}
