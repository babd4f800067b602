package dk.dialogspejl.privacy;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/erasure-requests")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "privacy")
public class ErasureResource {

    @Inject
    ErasePerson erase;

    @GET
    @Operation(operationId = "listErasureRequests", summary = "Who has asked to be erased, longest ago first")
    public RestResponse<List<ErasureRequestRow>> list(@Valid @BeanParam Paging paging, UriInfo uri) {
        List<ErasureRequestRow> rows = ErasureRequest.page(paging.start(), paging.rowsToRead()).stream()
                .map(ErasureRequestRow::of)
                .toList();
        return paging.page(rows, row -> new Cursor(row.askedAt(), row.id()), uri);
    }

    @POST
    @Path("/{personId}/carry-out")
    @Audited(AuditKind.PERSON_ERASED)
    @Operation(
            operationId = "erasePerson",
            summary = "Erase somebody, for good",
            description =
                    "Who has asked for it, or is deactivated; not the last administrator. What they wrote goes, and"
                            + " rounds under way end. What others wrote stays, next to an anonymous colleague.")
    @APIResponse(responseCode = "204", description = "Erased")
    public void carryOut(UUID personId) {
        erase.erase(personId);
    }
}
