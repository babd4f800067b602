package dk.dialogspejl.insights;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.time.Quarter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/teams/{teamId}/insight")
@RolesAllowed(Role.IS_LEADER)
@Transactional
@Tag(name = "insights")
public class InsightResource {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentLanguage language;

    @Inject
    ReleaseInsight release;

    @GET
    @Operation(
            operationId = "getInsight",
            summary = "How many people of a team did what in their rounds, by quarter",
            description =
                    "Figures of quarters that are over, made once and never changed. A number is there only where it is"
                            + " of five people or more, and where those it is not of are five or more, or nobody: nothing of few"
                            + " people can be worked out from all numbers together. Leaders are not counted, and neither are"
                            + " rounds with a leader as partner.")
    public InsightView read(UUID teamId) {
        Team team = TeamLeadership.ledBy(teamId, me.id());
        List<Quarter> quarters = release.ofEndedQuarters();
        DescribeInsight describe = new DescribeInsight(
                InsightFigure.of(
                        team.id(), me.id(), quarters.get(quarters.size() - 1).from()),
                language.get());
        return InsightView.of(team, quarters.stream().map(describe::of).toList());
    }
}
