package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.text.Language;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Waits only so long for the whole of a request, however steadily it trickles in (ASVS 13.2.6). A slow sender
 * holds what reads for it no longer than this.
 */
@ApplicationScoped
class RequestTime {

    private static final int LATE = 8_000;

    @ConfigProperty(name = "dialogspejl.request-time")
    Duration most;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (announcesBody(routing.request())) {
                        long timer = routing.vertx().setTimer(most.toMillis(), late -> giveUp(routing));
                        routing.addEndHandler(answered -> routing.vertx().cancelTimer(timer));
                    }
                    routing.next();
                },
                LATE);
    }

    private static boolean announcesBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    private static void giveUp(RoutingContext routing) {
        if (routing.request().isEnded() || routing.response().headWritten()) {
            return;
        }
        Language language = Language.preferredBy(routing.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem =
                ProblemMappers.answer(ProblemType.REQUEST_TOO_SLOW, language).getEntity();
        routing.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(new JsonObject()
                        .put("type", problem.type().toString())
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", problem.detail())
                        .encode())
                .onComplete(sent -> routing.request().connection().close());
    }
}
