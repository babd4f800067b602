package dk.dialogspejl.platform.log;

import dk.dialogspejl.platform.http.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells of each refusal (not signed in, not allowed, not there or another's, too often) and of each change that an
 * administrator makes, or a system that people come from, whichever operation it is, so that none can be forgotten.
 */
public class AnsweredRequests {

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 429);
    private static final int FIRST_ERROR = 400;

    /** In {@code @RolesAllowed}: who may change what others may do. */
    private static final Set<String> IN_CHARGE = Set.of("administrator", Scope.PEOPLE_PROVISION);

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Inject
    RoutingContext routing;

    @Inject
    Event<Refusal> refusals;

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext answer, ResourceInfo operation) {
        if (REFUSALS.contains(answer.getStatus())) {
            SecurityLog.refused(answer.getStatus(), name(operation), name(who()));
            who().map(SecurityIdentity::getPrincipal)
                    .filter(JsonWebToken.class::isInstance)
                    .ifPresent(token -> refusals.fire(new Refusal(answer.getStatus(), (JsonWebToken) token)));
        } else if (answer.getStatus() < FIRST_ERROR
                && !request.getMethod().equals(HttpMethod.GET)
                && isForThoseInCharge(operation)) {
            SecurityLog.administered(name(operation), ids(request), name(who()));
        }
    }

    private static boolean isForThoseInCharge(ResourceInfo operation) {
        if (operation == null || operation.getResourceClass() == null) {
            return false;
        }
        RolesAllowed own = operation.getResourceMethod().getAnnotation(RolesAllowed.class);
        RolesAllowed allowed = own != null ? own : operation.getResourceClass().getAnnotation(RolesAllowed.class);
        return allowed != null && List.of(allowed.value()).stream().anyMatch(IN_CHARGE::contains);
    }

    private static String name(ResourceInfo operation) {
        return operation == null || operation.getResourceClass() == null
                ? "none"
                : operation.getResourceClass().getSimpleName() + "."
                        + operation.getResourceMethod().getName();
    }

    /** What is in the path, where it is an id and no text. */
    private static List<String> ids(ContainerRequestContext request) {
        return request.getUriInfo().getPathParameters().values().stream()
                .flatMap(List::stream)
                .filter(value -> ID.matcher(value).matches())
                .toList();
    }

    /** Of who was signed in already; a token that was not believed tells nothing. */
    private Optional<SecurityIdentity> who() {
        return routing.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? Optional.of(user.getSecurityIdentity())
                : Optional.empty();
    }

    private static String name(Optional<SecurityIdentity> who) {
        return who.map(identity -> identity.getPrincipal().getName()).orElse("nobody");
    }
}
