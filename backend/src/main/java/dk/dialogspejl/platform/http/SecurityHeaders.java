package dk.dialogspejl.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * What browsers are told with every answer, errors included (ASVS 3.4). They are added when the head of the answer is
 * written, so that whoever answers cannot leave them out.
 */
@ApplicationScoped
class SecurityHeaders {

    /** An answer of the API is data: it loads nothing and is shown in nothing. */
    private static final String DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Swagger UI writes its start into its page. */
    private static final String DOCUMENTATION = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY = "accelerometer=(), bluetooth=(), camera=(), display-capture=(),"
            + " encrypted-media=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(),"
            + " magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()";

    private static final Map<String, String> ALWAYS = Map.of(
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", PERMISSIONS_POLICY,
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    /** Of this host for a year. Whether hosts below it have TLS is not ours to say. */
    private static final String STRICT_TRANSPORT = "max-age=31536000";

    private static final int AFTER_REQUEST_IDS = 9_500;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    routing.addHeadersEndHandler(written -> complete(routing));
                    routing.next();
                },
                AFTER_REQUEST_IDS);
    }

    private static void complete(RoutingContext routing) {
        MultiMap headers = routing.response().headers();
        ALWAYS.forEach(headers::set);
        headers.set("Content-Security-Policy", contentSecurityPolicy(routing));
        if ("https".equals(routing.request().scheme())) { // as a trusted proxy says
            headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static String contentSecurityPolicy(RoutingContext routing) {
        if (SinglePageApp.isTheApps(routing)) {
            return SinglePageApp.CONTENT_SECURITY_POLICY;
        }
        String path = routing.normalizedPath();
        return path.equals("/api/docs") || path.startsWith("/api/docs/") ? DOCUMENTATION : DATA;
    }
}
