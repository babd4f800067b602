package dk.dialogspejl.summaries;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Idempotent;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.rounds.BeginRound;
import dk.dialogspejl.rounds.CreateRound;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.RoundView;
import dk.dialogspejl.rounds.Rounds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path(Api.ROOT + "/rounds/{roundId}/next")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "summaries")
public class NextRoundResource {

    @Inject
    CurrentPerson me;

    @Inject
    BeginRound rounds;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "createNextRound",
            summary = "Begin the next round and take the focus points along",
            description = "Only the evaluatee, from a concluded round. Points that were let go stay behind.")
    public RoundView create(UUID roundId, @NotNull @Valid CreateRound command) {
        Round earlier = Rounds.visibleTo(me.id()).byId(roundId);
        if (!earlier.isEvaluatee(me.id())) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        earlier.requireStatus(RoundStatus.CONCLUDED, RoundStatus.FOLLOWED_UP);
        Summary summary = Summary.of(earlier).orElseThrow(ProblemException::notFound);
        return rounds.begin(command, round -> round.continueFrom(earlier, summary.pointsToCarryOver()));
    }
}
