package dk.dialogspejl.feedback;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.sealing.PersonCipher;
import dk.dialogspejl.platform.sealing.PersonKeys;
import dk.dialogspejl.platform.text.PlainText;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundChanged;
import dk.dialogspejl.rounds.RoundPart;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.rounds.SharedAnew;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/rounds/{roundId}/partner-feedback")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "feedback")
public class PartnerFeedbackResource {

    @Inject
    CurrentPerson me;

    @Inject
    PersonKeys keys;

    @Inject
    Event<RoundChanged> changed;

    @Inject
    Event<SharedAnew> sharedAnew;

    @Inject
    Event<SharedRead> read;

    @GET
    @Operation(
            operationId = "listPartnerFeedback",
            summary = "The partner's words, topic by topic",
            description = "For the partner every topic with notes, questions and feedback, each with the version that a"
                    + " change must name; for the evaluatee the questions and feedback that are shared.")
    public FeedbackSheet list(UUID roundId) {
        Round round = Rounds.visibleTo(me.id()).byId(roundId);
        if (!round.isEvaluatee(me.id())) {
            return FeedbackSheet.Own.of(PartnerFeedback.writtenBy(me.id(), roundId), keys.toOpen(me.id()));
        }
        List<SharedFeedback> shared = round.partner() == null
                ? List.of()
                : PartnerFeedback.sharedWith(
                        me.id(), round, keys.toOpen(round.partner().id()));
        List<String> topics = shared.stream().map(SharedFeedback::topic).toList();
        read.fire(new SharedRead(round, Participant.PARTNER, null, topics));
        return FeedbackSheet.Shared.of(shared, round.guideVersion().topics());
    }

    @PUT
    @Path("/{topic}")
    @Operation(
            operationId = "writePartnerFeedback",
            summary = "Write my notes, questions and feedback on one topic",
            description =
                    "Only the partner, from the start of the round until it is followed up; what is shared can be taken back at any time.")
    public PartnerFeedbackView write(
            UUID roundId,
            @PlainText(max = 50, guarded = false) @Parameter(description = "Key of the guide's topic") String topic,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WriteFeedback command) {
        PartnerFeedback feedback =
                PartnerFeedback.forWriting(me.id(), roundId, topic).orElseThrow(ProblemException::notFound);
        PersonCipher cipher = keys.toSeal(me.id());
        IfMatch.check(ifMatch, feedback.version(), () -> PartnerFeedbackView.of(feedback, cipher));
        Optional<SharedFeedback> before = feedback.shared(cipher);
        boolean more = feedback.wouldShareMore(command);
        feedback.write(command, cipher);
        if (!before.equals(feedback.shared(cipher))) {
            changed.fire(new RoundChanged(feedback.round(), RoundPart.FEEDBACK));
        }
        if (more) {
            sharedAnew.fire(new SharedAnew(feedback.round(), Participant.PARTNER, RoundPart.FEEDBACK));
        }
        PartnerFeedback.getEntityManager().flush();
        return PartnerFeedbackView.of(feedback, cipher);
    }
}
