package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.CurrentPerson;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/me/access")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "privacy")
public class AccessResource {

    @Inject
    CurrentPerson me;

    @Inject
    AccessLog log;

    @GET
    @Operation(
            operationId = "listAccess",
            summary = "Who has read what I shared, newest first",
            description = "Each time a partner, an evaluatee or an HR system was given something of mine.")
    public RestResponse<List<AccessRow>> list(
            @QueryParam("roundId") @Parameter(description = "Only what belongs to this round") UUID roundId,
            @Valid @BeanParam Paging paging,
            UriInfo uri) {
        List<AccessRow> rows = log.of(me.id(), roundId, paging.start(), paging.rowsToRead());
        return paging.page(rows, row -> new Cursor(row.at(), row.id()), uri);
    }
}
