package dk.dialogspejl.dialogues;

import dk.dialogspejl.dialogues.DialogueCommands.DescribeDialogue;
import dk.dialogspejl.dialogues.DialogueCommands.ShareTopics;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.http.Versioned;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundChanged;
import dk.dialogspejl.rounds.RoundPart;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.SharedAnew;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/dialogues/{dialogueId}")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "dialogues")
public class DialogueResource {

    @Inject
    CurrentPerson me;

    @Inject
    Event<RoundChanged> changed;

    @Inject
    Event<SharedAnew> sharedAnew;

    @Inject
    Clock clock;

    @GET
    @Operation(operationId = "getDialogue", summary = "A dialogue of mine, or one that is shared with me")
    public DialogueView read(UUID dialogueId) {
        return Dialogue.own(dialogueId, me.id())
                .<DialogueView>map(DialogueView.Own::of)
                .or(() -> Dialogue.sharedWith(dialogueId, me.id()).map(DialogueView.Shared::of))
                .orElseThrow(ProblemException::notFound);
    }

    @PUT
    @Operation(operationId = "changeDialogue", summary = "Change what I noted about a dialogue")
    public DialogueView.Own change(
            UUID dialogueId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DescribeDialogue command) {
        Dialogue dialogue = own(dialogueId, ifMatch, DialogueView.Own::of);
        Recording recording = RecordingRules.check(command, dialogue.round().agreement(), dialogue.recording(), clock);
        DialogueView.Shared before = DialogueView.Shared.of(dialogue);
        dialogue.change(command.heldAt(), command.channel(), command.label(), recording);
        if (dialogue.isSharedWithPartner() && !before.equals(DialogueView.Shared.of(dialogue))) {
            tell(dialogue.round(), RoundPart.DIALOGUES);
        }
        return view(dialogue);
    }

    @DELETE
    @Operation(
            operationId = "removeDialogue",
            summary = "Remove a dialogue that should not have been there, with its reflections",
            description = "While dialogues are still being held, and once its recording is deleted.")
    public void remove(UUID dialogueId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Dialogue dialogue = own(dialogueId, ifMatch, DialogueView.Own::of);
        dialogue.requireRemovable();
        if (dialogue.isSharedWithPartner()) {
            tell(dialogue.round(), RoundPart.DIALOGUES);
        }
        dialogue.delete();
    }

    @POST
    @Path("/confirm-deletion")
    @Operation(
            operationId = "confirmRecordingDeleted",
            summary = "Confirm that the recording is deleted from my device")
    public DialogueView.Own confirmDeletion(UUID dialogueId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Dialogue dialogue = own(dialogueId, ifMatch, DialogueView.Own::of);
        Round round = dialogue.round();
        boolean waiting = round.status() == RoundStatus.CONCLUDED && Dialogue.hasRecordingsLeft(round);
        dialogue.confirmRecordingDeleted(clock.instant());
        if (waiting && !Dialogue.hasRecordingsLeft(round)) {
            tell(round, RoundPart.ROUND); // the partner sees whether it waits for recordings, not for how many
        }
        return view(dialogue);
    }

    @POST
    @Path("/withdraw-consent")
    @Operation(
            operationId = "withdrawConsent",
            summary = "Note that the customer has taken the yes to the recording back",
            description = "The recording is to be deleted now, and that cannot be put off again.")
    public DialogueView.Own withdrawConsent(UUID dialogueId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Dialogue dialogue = own(dialogueId, ifMatch, DialogueView.Own::of);
        dialogue.withdrawConsent(clock.instant());
        return view(dialogue);
    }

    @GET
    @Path("/sharing")
    @Operation(operationId = "getSharing", summary = "Which topics of my dialogue the partner may read")
    public SharingView readSharing(UUID dialogueId) {
        return Dialogue.own(dialogueId, me.id()).map(SharingView::of).orElseThrow(ProblemException::notFound);
    }

    @PUT
    @Path("/sharing")
    @Operation(
            operationId = "setSharing",
            summary = "Choose which topics of my dialogue the partner may read",
            description = "The topics named, and no others, from now on. Taking back is possible at any time.")
    public SharingView share(
            UUID dialogueId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ShareTopics command) {
        Dialogue dialogue = own(dialogueId, ifMatch, SharingView::of);
        if (!dialogue.round().guideVersion().topics().containsAll(command.topics())) {
            throw ProblemException.invalid(new FieldFault("topics", "field.unknown-topic"));
        }
        List<String> before = dialogue.sharedTopics();
        boolean shared = dialogue.isSharedWithPartner();
        dialogue.share(command.topics());
        if ((shared || dialogue.isSharedWithPartner()) && !before.equals(dialogue.sharedTopics())) {
            tell(dialogue.round(), RoundPart.DIALOGUES);
        }
        if (dialogue.isSharedWithPartner() && !before.containsAll(dialogue.sharedTopics())) {
            sharedAnew.fire(new SharedAnew(dialogue.round(), Participant.EVALUATEE, RoundPart.DIALOGUES));
        }
        Dialogue.getEntityManager().flush();
        return SharingView.of(dialogue);
    }

    private Dialogue own(UUID dialogueId, String ifMatch, Function<Dialogue, ? extends Versioned> view) {
        Dialogue dialogue = Dialogue.ownForChange(dialogueId, me.id()).orElseThrow(ProblemException::notFound);
        IfMatch.check(ifMatch, dialogue.version(), () -> view.apply(dialogue));
        return dialogue;
    }

    private void tell(Round round, RoundPart part) {
        changed.fire(new RoundChanged(round, part));
    }

    private static DialogueView.Own view(Dialogue dialogue) {
        Dialogue.getEntityManager().flush();
        return DialogueView.Own.of(dialogue);
    }
}
