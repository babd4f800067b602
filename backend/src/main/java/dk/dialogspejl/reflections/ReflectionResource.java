package dk.dialogspejl.reflections;

import dk.dialogspejl.dialogues.Dialogue;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.sealing.PersonCipher;
import dk.dialogspejl.platform.sealing.PersonKeys;
import dk.dialogspejl.platform.text.PlainText;
import dk.dialogspejl.reflections.ReflectionSheet.SharedReflection;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.RoundChanged;
import dk.dialogspejl.rounds.RoundPart;
import dk.dialogspejl.rounds.SharedRead;
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
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/dialogues/{dialogueId}/reflections")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "reflections")
public class ReflectionResource {

    @Inject
    CurrentPerson me;

    @Inject
    PersonKeys keys;

    @Inject
    Event<RoundChanged> changed;

    @Inject
    Event<SharedRead> read;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "listReflections",
            summary = "The reflections on a dialogue",
            description = "All topics for their author, each with the version that a change must name;"
                    + " for the partner the topics that are shared.")
    public ReflectionSheet list(UUID dialogueId) {
        List<Reflection> own = Reflection.own(dialogueId, me.id());
        if (!own.isEmpty()) {
            return ReflectionSheet.Own.of(own, keys.toOpen(me.id()));
        }
        Dialogue dialogue = Dialogue.sharedWith(dialogueId, me.id()).orElseThrow(ProblemException::notFound);
        List<Reflection> shared = Reflection.sharedWith(dialogueId, me.id());
        List<String> topics = shared.stream().map(Reflection::topic).toList();
        read.fire(new SharedRead(dialogue.round(), Participant.EVALUATEE, dialogueId, topics));
        return ReflectionSheet.Shared.of(
                shared, keys.toOpen(dialogue.round().evaluatee().id()));
    }

    @PUT
    @Path("/{topic}")
    @Operation(
            operationId = "writeReflection",
            summary = "Write my reflection on one topic",
            description =
                    "Only its author, until the round is concluded. If the topic is shared the partner reads the new text.")
    public ReflectionView write(
            UUID dialogueId,
            @PlainText(max = 50, guarded = false) @Parameter(description = "Key of the guide's topic") String topic,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WriteReflection command) {
        Reflection reflection =
                Reflection.ownForWriting(dialogueId, topic, me.id()).orElseThrow(ProblemException::notFound);
        PersonCipher cipher = keys.toSeal(me.id());
        IfMatch.check(ifMatch, reflection.version(), () -> ReflectionView.of(reflection, cipher));
        List<Moment> moments = Objects.requireNonNullElse(command.moments(), List.of());
        if (!moments.isEmpty() && !reflection.dialogue().isRecorded()) {
            throw ProblemException.invalid(new FieldFault("moments", "field.recorded-only"));
        }
        SharedReflection before = SharedReflection.of(reflection, cipher);
        reflection.write(command.text(), moments, cipher, clock.instant());
        if (reflection.isSharedWithPartner() && !before.equals(SharedReflection.of(reflection, cipher))) {
            changed.fire(new RoundChanged(reflection.dialogue().round(), RoundPart.DIALOGUES));
        }
        Reflection.getEntityManager().flush();
        return ReflectionView.of(reflection, cipher);
    }
}
