package dk.dialogspejl.platform.limits;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What anybody may ask of the service as a whole (OWASP API4:2023): a person or an API client by who they are, and what
 * is open to everyone by the address that asks. Generous, as many people may share an address; a feature may have a
 * narrower limit of its own.
 */
public class RequestLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    static final String OF_ONE = "requests of one";

    private final Limit ofOne;
    private final Limit ofAddress;

    @Inject
    RateLimits limits;

    @Inject
    SecurityIdentity identity;

    @Inject
    ClientAddress address;

    RequestLimits(
            @ConfigProperty(name = "dialogspejl.requests-per-minute.signed-in") int ofOne,
            @ConfigProperty(name = "dialogspejl.requests-per-minute.address") int ofAddress) {
        this.ofOne = Limit.coarse(OF_ONE, ofOne, MINUTE);
        this.ofAddress = Limit.coarse("requests from an address", ofAddress, MINUTE);
    }

    /** Runs after the roles have been checked. A token that came along to an open operation is not even looked at. */
    @ServerRequestFilter
    void count(ResourceInfo operation) {
        if (operation.getResourceClass().isAnnotationPresent(PermitAll.class)) {
            limits.count(ofAddress, address.network());
        } else {
            limits.count(ofOne, identity.getPrincipal().getName());
        }
    }
}
