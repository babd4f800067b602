package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.text.Language;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Settles the language of a request once, at the door, so that everyone inside reads the same answer out of
 * {@code Accept-Language}, and none of them stumbles over a malformed one.
 */
@ApplicationScoped
class AcceptedLanguage {

    private static final int EARLY = 9_000;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    var headers = routing.request().headers();
                    String accepted = headers.get(HttpHeaders.ACCEPT_LANGUAGE);
                    headers.set(
                            HttpHeaders.ACCEPT_LANGUAGE,
                            Language.preferredBy(accepted).tag());
                    routing.next();
                },
                EARLY);
    }
}
