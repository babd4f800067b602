package dk.dialogspejl.rounds.series;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path(Api.ROOT + "/teams/{teamId}/series")
@RolesAllowed(Role.IS_LEADER)
@Transactional
@Tag(name = "rounds")
public class TeamSeriesResource {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentLanguage language;

    @Inject
    PlanSeries plan;

    @Inject
    BeginSeries begin;

    @Inject
    Progress progress;

    @POST
    @Path("/preview")
    @Operation(
            operationId = "previewSeries",
            summary = "Whose rounds would be started for a team, with whom, and who is left out",
            description = "Nothing is stored. Pairs are two and two, or a ring of three; the partner of last time is"
                    + " avoided where that is possible.")
    public SeriesPlan preview(
            UUID teamId,
            @QueryParam("suggestion")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(999)
                    @Parameter(
                            description =
                                    "Which suggestion of pairs; the same number suggests the same to the same people")
                    int suggestion,
            @NotNull @Valid CreateSeries command) {
        return plan.plan(TeamLeadership.ledBy(teamId, me.id()), command, suggestion);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "createSeries",
            summary = "Start rounds for a team, just as they were previewed",
            description =
                    "All of them or none. Everybody is told, and whoever is named as partner is invited. A team has"
                            + " one series of a guide in a period.")
    public SeriesView create(UUID teamId, @NotNull @Valid CreateSeries command) {
        RoundSeries series = begin.begin(TeamLeadership.toStartIn(teamId, me.id()), command);
        return SeriesView.of(series, progress.people(series), language.get());
    }
}
