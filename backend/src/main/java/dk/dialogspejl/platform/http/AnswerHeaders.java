package dk.dialogspejl.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers that follow from what is answered, so that no resource sets them by hand. */
public class AnswerHeaders {

    @ServerResponseFilter
    void add(ContainerRequestContext request, ContainerResponseContext answer) {
        var headers = answer.getHeaders();
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        Object entity = answer.getEntity();
        if (entity instanceof Problem problem && problem.current() instanceof Versioned current) {
            headers.putSingle(HttpHeaders.ETAG, IfMatch.etag(current));
        }
        if (entity instanceof Versioned versioned) {
            headers.putSingle(HttpHeaders.ETAG, IfMatch.etag(versioned));
        }
        if (entity instanceof Located located && answer.getStatus() == 201) {
            headers.putSingle(HttpHeaders.LOCATION, Api.ROOT + located.locatedAt());
        }
    }
}
