package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/me/erasure-request")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "privacy")
public class OwnErasureResource {

    @Inject
    CurrentPerson me;

    @Inject
    Clock clock;

    @GET
    @Operation(operationId = "getErasureRequest", summary = "Whether I have asked to be erased")
    public OwnErasureRequest read() {
        return new OwnErasureRequest(
                ErasureRequest.of(me.id()).map(ErasureRequest::askedAt).orElse(null));
    }

    @PUT
    @Operation(
            operationId = "askForErasure",
            summary = "Ask to be erased (GDPR, article 17)",
            description = "An administrator sees it and carries it out. Until then it can be taken back.")
    public OwnErasureRequest ask() {
        ErasureRequest.ask(me.id(), clock.instant());
        return read();
    }

    @DELETE
    @Operation(operationId = "withdrawErasureRequest", summary = "Take back that I have asked to be erased")
    public void withdraw() {
        ErasureRequest.withdraw(me.id());
    }
}
