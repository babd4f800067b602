package dk.dialogspejl.platform.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * The single-page app, when its files are in the jar (below {@code META-INF/resources}, where Quarkus serves
 * them from). Here are the headers that go with them, and the answer to a deep link: an address of the app's
 * own, which names no file, gets the app. What is missing is a 404 as ever, also an asset of an older build:
 * a page in place of a script would only hide that.
 */
@ApplicationScoped
public class SinglePageApp {

    private static final String PAGE = "/index.html";
    /** Vite puts a hash of the content into the names of the files in here. */
    private static final String ASSETS = "/assets/";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** What answers itself; never the app's. Each with all that is below it. */
    private static final Set<String> NOT_THE_APPS = Set.of("/api", "/scim", "/q", "/oauth2", "/.well-known");

    /** Nothing but the app's own files, and the recordings that a person opens from their own device. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "media-src blob:",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /**
     * Compressed are these of the app's files, the same for everyone. Never an answer of the API: the size of a
     * compressed answer tells whether a text that an attacker chose resembles a secret beside it (BREACH), and
     * fonts and pictures are compressed already.
     */
    private static final Set<String> COMPRESSED = Set.of("html", "css", "js", "mjs", "json", "svg", "webmanifest");

    private static final int AFTER_REQUEST_IDS = 9_000;

    /** After the files themselves, before the resources and their 404. */
    private static final int AFTER_FILES = RouteConstants.ROUTE_ORDER_DEFAULT + 1_000;

    void addHeaders(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (isTheApps(routing)) {
                        routing.addHeadersEndHandler(done -> complete(routing));
                    }
                    routing.next();
                },
                AFTER_REQUEST_IDS);
    }

    void answerDeepLinks(@Observes Router router) {
        if (Thread.currentThread().getContextClassLoader().getResource("META-INF/resources" + PAGE) == null) {
            return; // a build without the app; it may have a container of its own
        }
        router.route().order(AFTER_FILES).handler(routing -> {
            if (isTheApps(routing) && isPage(routing)) {
                routing.reroute(PAGE);
            } else {
                routing.next();
            }
        });
    }

    static boolean isTheApps(RoutingContext routing) {
        HttpMethod method = routing.request().method();
        String path = routing.normalizedPath();
        return (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && NOT_THE_APPS.stream().noneMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }

    private static boolean isPage(RoutingContext routing) {
        String accept = routing.request().getHeader(HttpHeaders.ACCEPT);
        return extension(routing.normalizedPath()).isEmpty() && accept != null && accept.contains("text/html");
    }

    /** Of the last segment; empty where there is none. */
    private static String extension(String path) {
        int dot = path.indexOf('.', path.lastIndexOf('/'));
        return dot < 0 ? "" : path.substring(path.lastIndexOf('.') + 1);
    }

    private static void complete(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        MultiMap headers = response.headers();
        int status = response.getStatusCode();
        if (status != 200 && status != 206 && status != 304) {
            return; // a missing asset must not be remembered for a year
        }
        String path = routing.normalizedPath().equals("/") ? PAGE : routing.normalizedPath();
        headers.set(HttpHeaders.CACHE_CONTROL, path.startsWith(ASSETS) ? FOR_EVER : "no-cache");
        if (extension(path).equals("webmanifest")) {
            headers.set(HttpHeaders.CONTENT_TYPE, "application/manifest+json"); // Vert.x does not know it
        }
        if (status == 200 && COMPRESSED.contains(extension(path))) {
            headers.remove(HttpHeaders.CONTENT_ENCODING); // its "identity" is what keeps the others uncompressed
        }
    }
}
