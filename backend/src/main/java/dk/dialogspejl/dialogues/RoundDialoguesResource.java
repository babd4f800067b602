package dk.dialogspejl.dialogues;

import dk.dialogspejl.dialogues.DialogueCommands.DescribeDialogue;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Idempotent;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.Rounds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path(Api.ROOT + "/rounds/{roundId}/dialogues")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "dialogues")
public class RoundDialoguesResource {

    @Inject
    CurrentPerson me;

    @Inject
    Event<DialogueNoted> noted;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "listDialogues",
            summary = "The dialogues of a round, in the order they were held",
            description = "All of them for the evaluatee; for the partner those that something is shared of.")
    public List<DialogueView> list(UUID roundId) {
        Round round = Rounds.visibleTo(me.id()).byId(roundId);
        return round.isEvaluatee(me.id())
                ? Dialogue.ownOf(round).stream()
                        .<DialogueView>map(DialogueView.Own::of)
                        .toList()
                : Dialogue.sharedOf(round, me.id()).stream()
                        .<DialogueView>map(DialogueView.Shared::of)
                        .toList();
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "addDialogue", summary = "Note a dialogue I have held")
    public DialogueView.Own add(UUID roundId, @NotNull @Valid DescribeDialogue command) {
        Round round = Rounds.visibleTo(me.id()).forChangeBelow(roundId);
        if (!round.isEvaluatee(me.id())) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        round.requireStatus(RoundStatus.CONDUCTING);
        Recording recording = RecordingRules.check(command, round.agreement(), null, clock);
        Dialogue dialogue = new Dialogue(round, command.heldAt(), command.channel(), command.label(), recording);
        dialogue.persist();
        noted.fire(new DialogueNoted(dialogue));
        Dialogue.getEntityManager().flush();
        return DialogueView.Own.of(dialogue);
    }
}
