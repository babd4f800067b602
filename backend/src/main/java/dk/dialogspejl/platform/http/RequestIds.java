package dk.dialogspejl.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives every answer and its log lines an id, the caller's own if it sent a sensible one. */
@ApplicationScoped
public class RequestIds {

    static final String HEADER = "X-Request-Id";
    private static final String LOG_KEY = "requestId";

    /** No CPR number, as it comes into every log line. */
    private static final Pattern SENSIBLE = Pattern.compile("(?!\\d{6}-?\\d{4}$)[A-Za-z0-9._-]{8,64}");

    private static final int BEFORE_EVERYTHING = 10_000;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    String given = routing.request().getHeader(HEADER);
                    String id = given != null && SENSIBLE.matcher(given).matches()
                            ? given
                            : UUID.randomUUID().toString();
                    MDC.put(LOG_KEY, id);
                    routing.response().putHeader(HEADER, id);
                    routing.next();
                },
                BEFORE_EVERYTHING);
    }

    /** The id of the request being answered, or null outside one. */
    public static String current() {
        Object id = MDC.get(LOG_KEY);
        return id == null ? null : id.toString();
    }
}
