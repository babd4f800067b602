package dk.dialogspejl.audit;

import dk.dialogspejl.platform.database.CurrentOrganisation;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/audit")
@RolesAllowed(AuditResource.ADMINISTRATOR)
@Transactional
@Tag(name = "audit")
public class AuditResource {

    /** People and their roles are a feature above this one. */
    static final String ADMINISTRATOR = "administrator";

    @Inject
    AuditEntries entries;

    @Inject
    Refusals refusals;

    @Inject
    CurrentOrganisation organisation;

    @GET
    @Operation(
            operationId = "listAudit",
            summary = "What was administered, and who was refused; newest first",
            description = "Refusals are counted: one entry for each person or API client, kind and hour. Nothing that"
                    + " anybody wrote, and nothing of what people do in their rounds.")
    public RestResponse<List<AuditRow>> list(
            @Valid @BeanParam AuditFilter filter, @Valid @BeanParam Paging paging, UriInfo uri) {
        refusals.write(organisation.id());
        List<AuditRow> rows = entries.page(filter, paging.start(), paging.rowsToRead());
        return paging.page(rows, row -> new Cursor(row.at(), row.id()), uri);
    }
}
