package dk.dialogspejl.summaries;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundChanged;
import dk.dialogspejl.rounds.RoundPart;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.Rounds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/rounds/{roundId}/follow-up")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "summaries")
public class FollowUpResource {

    @Inject
    CurrentPerson me;

    @Inject
    Event<RoundChanged> changed;

    @GET
    @Operation(operationId = "getFollowUp", summary = "What became of the focus points; from the conclusion on")
    public FollowUpView read(UUID roundId) {
        return FollowUpView.of(concluded(Rounds.visibleTo(me.id()).byId(roundId)));
    }

    @PUT
    @Operation(
            operationId = "writeFollowUp",
            summary = "Note what became of the focus points",
            description = "Either participant, until the round is closed.")
    public FollowUpView write(
            UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid WriteFollowUp command) {
        Summary summary = concluded(Rounds.visibleTo(me.id()).forStep(roundId));
        IfMatch.check(ifMatch, summary.followUpRevision(), () -> FollowUpView.of(summary));
        if (command.outcomes().size() != summary.focusPoints().size()) {
            throw ProblemException.invalid(new FieldFault(
                    "outcomes",
                    "field.one-per-focus-point",
                    summary.focusPoints().size()));
        }
        summary.followUp(command.outcomes());
        changed.fire(new RoundChanged(summary.round(), RoundPart.FOLLOW_UP));
        return FollowUpView.of(summary);
    }

    private static Summary concluded(Round round) {
        if (round.status() != RoundStatus.CONCLUDED && round.status() != RoundStatus.FOLLOWED_UP) {
            throw ProblemException.notFound();
        }
        return Summary.of(round).orElseThrow(ProblemException::notFound);
    }
}
