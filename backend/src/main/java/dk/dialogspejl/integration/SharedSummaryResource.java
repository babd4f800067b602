package dk.dialogspejl.integration;

import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Paging;
import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.summaries.Summary;
import jakarta.annotation.security.RolesAllowed;
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

@Path(Api.ROOT + "/summaries")
@RolesAllowed(Scope.SUMMARIES_READ) // no person has it
@Transactional
@Tag(name = "integration")
public class SharedSummaryResource {

    @GET
    @Operation(
            operationId = "listSharedSummaries",
            summary = "The summaries that people share with HR",
            description = "For API clients with the scope `summaries:read`. Concluded summaries of the client's own"
                    + " organisation, in the order they were shared, only while their evaluatees share them.")
    public RestResponse<List<SharedSummaryView>> list(@Valid @BeanParam Paging paging, UriInfo uri) {
        List<SharedSummaryView> rows = Summary.sharedWithHr(paging.start(), paging.rowsToRead()).stream()
                .map(SharedSummaryView::of)
                .toList();
        return paging.page(rows, row -> new Cursor(row.sharedAt(), row.id()), uri);
    }
}
