package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.rounds.StepCommands.Cancel;
import dk.dialogspejl.rounds.StepCommands.FinishDialogues;
import dk.dialogspejl.rounds.StepCommands.OpenDiscussion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/rounds/{roundId}")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "rounds")
public class RoundStepResource {

    @Inject
    TakeStep steps;

    @Inject
    ChangeTalk talk;

    @POST
    @Path("/accept")
    @Operation(operationId = "acceptRound", summary = "The partner says yes to the invitation")
    public RoundView accept(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return steps.take(roundId, RoundStep.ACCEPT, ifMatch, null);
    }

    @POST
    @Path("/decline")
    @Operation(
            operationId = "declineRound",
            summary = "The partner says no to the invitation",
            description = "The round is then out of the partner's sight; the evaluatee may invite somebody else.")
    public RoundView decline(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return steps.take(roundId, RoundStep.DECLINE, ifMatch, null);
    }

    @POST
    @Path("/confirm")
    @Operation(
            operationId = "confirmAgreement",
            summary = "Say yes to the agreement as it stands",
            description = "All six points must be settled. A later change withdraws both confirmations.")
    public RoundView confirm(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return steps.take(roundId, RoundStep.CONFIRM, ifMatch, null);
    }

    @POST
    @Path("/start")
    @Operation(operationId = "startRound", summary = "Begin to hold the dialogues, when both have confirmed")
    public RoundView start(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return steps.take(roundId, RoundStep.START, ifMatch, null);
    }

    @POST
    @Path("/finish-dialogues")
    @Operation(
            operationId = "finishDialogues",
            summary = "The dialogues have been held; fewer than agreed needs a reason")
    public RoundView finishDialogues(
            UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid FinishDialogues command) {
        String reason = command.fewerDialoguesReason();
        Set<Condition> answered =
                reason == null || reason.isBlank() ? Set.of() : EnumSet.of(Condition.FEWER_DIALOGUES_WITHOUT_REASON);
        return steps.take(roundId, RoundStep.FINISH_DIALOGUES, ifMatch, reason, answered, round -> {});
    }

    @POST
    @Path("/open-discussion")
    @Operation(operationId = "openDiscussion", summary = "Go on to the talk and the joint summary")
    public RoundView openDiscussion(
            UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid OpenDiscussion command) {
        return steps.take(
                roundId, RoundStep.OPEN_DISCUSSION, ifMatch, null, Set.of(), round -> talk.plan(round, command));
    }

    @POST
    @Path("/cancel")
    @Operation(operationId = "cancelRound", summary = "Give the round up before it is concluded")
    public RoundView cancel(
            UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid Cancel command) {
        return steps.take(roundId, RoundStep.CANCEL, ifMatch, command.reason());
    }

    @POST
    @Path("/close")
    @Operation(
            operationId = "closeRound",
            summary = "The follow-up is done",
            description = "Every focus point has a status and every recording is deleted.")
    public RoundView close(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return steps.take(roundId, RoundStep.CLOSE, ifMatch, null);
    }
}
