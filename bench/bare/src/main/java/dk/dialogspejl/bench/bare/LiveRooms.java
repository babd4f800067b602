package dk.dialogspejl.bench.bare;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The least that tells those who listen: Vert.x writes what it is given to each stream of a room, and nothing else. */
@ApplicationScoped
class LiveRooms {

    private final Map<String, List<HttpServerResponse>> rooms = new ConcurrentHashMap<>();

    void routes(@Observes Router router) {
        router.get("/live/:room").handler(this::listen);
        router.post("/live/:rooms").handler(this::tell);
    }

    private void listen(RoutingContext context) {
        List<HttpServerResponse> room =
                rooms.computeIfAbsent(context.pathParam("room"), name -> new CopyOnWriteArrayList<>());
        HttpServerResponse stream = context.response();
        stream.setChunked(true).putHeader("Content-Type", "text/event-stream");
        stream.closeHandler(gone -> room.remove(stream));
        stream.writeHead().onSuccess(written -> room.add(stream));
    }

    /** What is sent is the event, as it is written; several rooms have commas between. */
    private void tell(RoutingContext context) {
        context.request().body().onSuccess(event -> {
            for (String room : context.pathParam("rooms").split(",")) {
                tell(rooms.getOrDefault(room, List.of()), event);
            }
            context.response().setStatusCode(204).end();
        });
        context.request().resume(); // Quarkus has it wait until somebody reads it
    }

    private static void tell(List<HttpServerResponse> room, Buffer event) {
        for (HttpServerResponse stream : room) {
            stream.write(event);
        }
    }
}
