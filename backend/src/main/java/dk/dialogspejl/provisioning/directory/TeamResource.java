package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Idempotent;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.Paging;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.text.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/directory/teams")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "people")
public class TeamResource {

    @Inject
    Teams teams;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @GET
    @Operation(operationId = "listTeams", summary = "The organisation's teams, by name")
    public RestResponse<List<TeamView>> list(
            @QueryParam("query")
                    @PlainText(min = 1, max = 100, guarded = false)
                    @Parameter(description = "Part of a name", example = "borger")
                    String query,
            @Valid @BeanParam Paging paging,
            UriInfo uri) {
        List<TeamView> rows = teams.page(query, paging.start(), paging.rowsToRead());
        return paging.page(rows, row -> new Cursor(clock.instant(), row.id()), uri);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Audited(AuditKind.TEAM_ADDED)
    @Operation(
            operationId = "createTeam",
            summary = "Make a team",
            description = "Without people, and without leaders.")
    public TeamView create(@NotNull @Valid NameTeam command) {
        mustBeFree(command.name(), null);
        Team team = new Team(command.name().strip());
        team.persist();
        entities.flush();
        return teams.byId(team.id());
    }

    @GET
    @Path("/{teamId}")
    @Operation(operationId = "getTeam", summary = "A team")
    public TeamView read(UUID teamId) {
        return teams.byId(teamId);
    }

    @PUT
    @Path("/{teamId}")
    @Audited(AuditKind.TEAM_CHANGED)
    @Operation(operationId = "renameTeam", summary = "Call a team something else")
    public TeamView rename(
            UUID teamId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid NameTeam command) {
        Team team = forChange(teamId, ifMatch);
        mustBeFree(command.name(), teamId);
        team.rename(command.name().strip());
        entities.flush();
        entities.refresh(team); // with the version that the database has counted
        return teams.byId(teamId);
    }

    @DELETE
    @Path("/{teamId}")
    @Audited(AuditKind.TEAM_REMOVED)
    @Operation(
            operationId = "closeTeam",
            summary = "Close a team that nobody is in any more",
            description = "Rounds that were started for it go on. Nobody leads it any longer.")
    @APIResponse(responseCode = "204", description = "Closed")
    public void close(UUID teamId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Team team = forChange(teamId, ifMatch);
        if (Person.count("team", team) > 0) {
            throw ProblemException.stepNotPossible(Set.of(DirectoryCondition.TEAM_HAS_PEOPLE));
        }
        team.delete();
    }

    private Team forChange(UUID teamId, String ifMatch) {

        Team team = Team.forChange(teamId).orElseThrow(ProblemException::notFound);
        IfMatch.check(ifMatch, team.version(), () -> teams.byId(teamId));
        return team;
    }

    private static void mustBeFree(String name, UUID self) {
        Person.lockWithAdministrators(Set.of());
        if (Team.<Team>find("lower(name) = lower(?1)", name.strip()).stream()
                .anyMatch(another -> !another.id().equals(self))) {
            throw ProblemException.invalid(new FieldFault("name", "field.team-name-taken"));
        }
    }
}
