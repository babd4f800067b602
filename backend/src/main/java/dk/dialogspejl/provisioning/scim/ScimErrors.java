package dk.dialogspejl.provisioning.scim;

import dk.dialogspejl.platform.http.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What the rest of the service refuses below {@code /scim} (not signed in, too often, too large …), in SCIM's words. */
public class ScimErrors {

    @ServerResponseFilter
    void translate(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Problem problem
                && request.getUriInfo().getPath().startsWith(ScimResource.ROOT)) {
            answer.setEntity(of(problem));
            answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ScimResource.MEDIA_TYPE);
        }
    }

    private static ScimError of(Problem problem) {
        String unmet = problem.unmet() == null
                ? ""
                : problem.unmet().stream().map(Problem.Unmet::detail).collect(Collectors.joining(" "));
        return new ScimError(String.valueOf(problem.status()), null, unmet.isEmpty() ? problem.detail() : unmet);
    }
}
