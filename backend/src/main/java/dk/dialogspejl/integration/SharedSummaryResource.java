package dk.dialogspejl.integration;

import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Paging;
import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.summaries.SummariesHandedOver;
import dk.dialogspejl.summaries.Summary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/summaries")
@RolesAllowed(Scope.SUMMARIES_READ) // no person has it
@Transactional
@Tag(name = "integration")
public class SharedSummaryResource {

    @Inject
    JsonWebToken token;

    @Inject
    Event<SummariesHandedOver> read;

    @GET
    @Operation(
            operationId = "listSharedSummaries",
            summary = "The summaries that people share with HR",
            description = "For API clients with the scope `summaries:read`. Concluded summaries of the client's own"
                    + " organisation, in the order they were shared, only while their evaluatees share them.")
    public RestResponse<List<SharedSummaryView>> list(@Valid @BeanParam Paging paging, UriInfo uri) {
        List<Summary> found = Summary.sharedWithHr(paging.start(), paging.rowsToRead());
        List<SharedSummaryView> rows = found.stream().map(SharedSummaryView::of).toList();
        List<Summary> shown = found.subList(0, Math.min(found.size(), paging.limit));
        read.fire(new SummariesHandedOver(shown, UUID.fromString(token.getSubject())));
        return paging.page(rows, row -> new Cursor(row.sharedAt(), row.id()), uri);
    }
}
