package dk.dialogspejl.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.platform.text.Language;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Collects what a request brings along before anybody works on it, on the event loop, where waiting costs nothing: a slow
 * sender holds no worker. Only so much of it, only so long for the whole however steadily it trickles in (ASVS 13.2.6),
 * and of all requests together only as much as there is room for.
 */
@ApplicationScoped
class RequestBodies {

    /** In bytes: more than the longest valid summary or reflection, with every character four bytes long. */
    static final int MOST = 512 * 1024;

    /** In bytes, of a file of rows: some fifteen thousand of a hundred bytes. Only what reads a file takes that type. */
    static final int MOST_OF_A_FILE = 3 * MOST;

    private static final String FILE = "text/csv";

    /** What comes with these means nothing (RFC 9110, section 9.3.1), and nobody reads it. */
    private static final Set<HttpMethod> WITHOUT = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final int LATE = 8_000;

    @ConfigProperty(name = "dialogspejl.request-time")
    Duration patience;

    @ConfigProperty(name = "dialogspejl.request-memory")
    MemorySize room;

    @Inject
    ObjectMapper json;

    /** In bytes, of all that are arriving. */
    private final AtomicLong held = new AtomicLong();

    void register(@Observes Filters filters) {
        filters.register(this::collect, LATE);
    }

    private void collect(RoutingContext routing) {
        if (WITHOUT.contains(routing.request().method()) || routing.request().isEnded()) {
            routing.next();
        } else {
            new Arriving(routing).begin();
        }
    }

    /** One request's body, until all of it is there. */
    private final class Arriving {

        private final RoutingContext routing;
        private final HttpServerRequest request;
        private final long timer;
        private final int most;

        /** Null once all of it is there, and once it has been refused. */
        private Buffer body = Buffer.buffer();

        Arriving(RoutingContext routing) {
            this.routing = routing;
            this.request = routing.request();
            String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
            this.most = type != null && type.startsWith(FILE) ? MOST_OF_A_FILE : MOST;
            this.timer = routing.vertx().setTimer(patience.toMillis(), late -> giveUp());
        }

        void begin() {
            request.handler(this::take);
            request.endHandler(all -> complete());
            request.exceptionHandler(gone -> {
                routing.vertx().cancelTimer(timer);
                release();
            });
            boolean asksFirst = "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
            if (announced() > most && asksFirst) {
                refuseAndClose(ProblemType.TOO_LARGE);
            } else if (announced() > most) {
                refuse(ProblemType.TOO_LARGE);
            } else if (asksFirst) {
                routing.response().writeContinue();
            }
            request.resume();
        }

        private long announced() {
            try {
                return Long.parseLong(request.getHeader(HttpHeaders.CONTENT_LENGTH));
            } catch (NumberFormatException unknown) {
                return 0;
            }
        }

        private void take(Buffer some) {
            if (body == null) {
                return;
            }
            body.appendBuffer(some);
            if (held.addAndGet(some.length()) > room.asLongValue()) {
                routing.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
                refuse(ProblemType.UNAVAILABLE);
            } else if (body.length() > most) {
                refuse(ProblemType.TOO_LARGE);
            }
        }

        private void complete() {
            routing.vertx().cancelTimer(timer);
            Buffer all = body;
            release();
            if (all != null) {
                // As Vert.x' own BodyHandler does, which would read forms too, with limits and errors of its own.
                ((RoutingContextInternal) routing).setBody(all);
                routing.next();
            }
        }

        /** Also of what was refused, and still comes. */
        private void giveUp() {
            if (body == null) {
                request.connection().close();
            } else {
                refuseAndClose(ProblemType.REQUEST_TOO_SLOW);
            }
        }

        private void refuseAndClose(ProblemType type) {
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            refuse(type).onComplete(sent -> request.connection().close());
        }

        /** What comes afterwards is thrown away. */
        private Future<Void> refuse(ProblemType type) {
            release();
            Language language = Language.preferredBy(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
            Problem problem = ProblemMappers.answer(type, language).getEntity();
            return routing.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                    .end(Buffer.buffer(written(problem)));
        }

        private void release() {
            if (body != null) {
                held.addAndGet(-body.length());
                body = null;
            }
        }
    }

    private byte[] written(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
