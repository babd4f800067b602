package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/rounds/{roundId}/talk")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "rounds")
public class TalkResource {

    @Inject
    CurrentPerson me;

    @Inject
    TakeStep steps;

    @Inject
    ChangeTalk talk;

    @PUT
    @Operation(
            operationId = "planTalk",
            summary = "Plan when and where we talk, or move it",
            description = "Either participant, from the start of the round until it is concluded. Both are told.")
    public RoundView plan(
            UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid PlanTalk command) {
        Round round = locked(roundId, ifMatch);
        talk.plan(round, command);
        return steps.view(round);
    }

    @DELETE
    @Operation(
            operationId = "cancelTalk",
            summary = "Cancel the talk that was planned",
            description = "Either participant; the round goes on, and another time can be planned.")
    public RoundView cancel(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Round round = locked(roundId, ifMatch);
        talk.cancel(round);
        return steps.view(round);
    }

    private Round locked(UUID roundId, String ifMatch) {
        Round round = Rounds.visibleTo(me.id()).forStep(roundId);
        IfMatch.check(ifMatch, round.version(), () -> steps.view(round));
        return round;
    }
}
