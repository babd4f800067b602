package dk.dialogspejl.platform.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what another site's page makes a browser send (ASVS 3.5.1), on top of the cookie's {@code SameSite=Strict}:
 * by {@code Sec-Fetch-Site} where the browser tells it, which no page can forge, else by {@code Origin}. Who sends
 * neither is no browser of today, and no other site can make it send our cookie.
 */
public class CrossSiteRequests {

    @Inject
    RoutingContext routing;

    @OwnPagesOnly
    @ServerRequestFilter
    void refuse() {
        HttpServerRequest request = routing.request();
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean own = site != null
                ? site.equals("same-origin") || site.equals("none")
                : origin == null || isOwn(origin, request);
        if (!own) {
            throw ProblemException.of(ProblemType.CROSS_SITE);
        }
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        try {
            URI page = URI.create(origin);
            return page.getAuthority() != null
                    && request.authority() != null
                    && page.getAuthority().equalsIgnoreCase(request.authority().toString());
        } catch (IllegalArgumentException noOrigin) {
            return false;
        }
    }
}
