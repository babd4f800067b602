package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.http.Api;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/teams/{teamId}/learning")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "summaries")
public class TeamLearningResource {

    @Inject
    CurrentPerson me;

    @Inject
    ShowLearning showing;

    @GET
    @Operation(
            operationId = "listLearning",
            summary = "What people of a team have learnt and released to it, newest first",
            description =
                    "For who is in the team or leads it. Sentences without a name are from a time that is over, in an order"
                            + " that tells nothing, and whose they are is told to nobody. No read is in the access log, which would tell it.")
    public RestResponse<List<SharedLearning>> list(UUID teamId, @Valid @BeanParam Paging paging, UriInfo uri) {
        Team team = Team.around(teamId, me.id());
        showing.in(team.id());
        List<SharedLearning> rows = Learning.shownTo(team, paging.start(), paging.rowsToRead()).stream()
                .map(SharedLearning::of)
                .toList();
        return paging.page(rows, SharedLearning::position, uri);
    }
}
