package dk.dialogspejl.summaries;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.rounds.Condition;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundChanged;
import dk.dialogspejl.rounds.RoundPart;
import dk.dialogspejl.rounds.RoundStep;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.rounds.TakeStep;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/rounds/{roundId}/summary")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "summaries")
public class SummaryResource {

    @Inject
    CurrentPerson me;

    @Inject
    TakeStep steps;

    @Inject
    Event<RoundChanged> changed;

    @Inject
    Clock clock;

    @GET
    @Operation(operationId = "getSummary", summary = "The joint summary; there is one from the discussion on")
    public SummaryView read(UUID roundId) {
        return SummaryView.of(summary(Rounds.visibleTo(me.id()).byId(roundId)));
    }

    @PUT
    @Operation(
            operationId = "writeSummary",
            summary = "Write the joint summary",
            description = "Either participant, during the discussion. An edit withdraws both approvals.")
    public SummaryView write(
            UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid WriteSummary command) {
        Summary summary = locked(roundId, ifMatch);
        LocalDate followUpOn = command.followUpOn();
        if (followUpOn != null
                && followUpOn.isBefore(LocalDate.now(clock))
                && !Objects.equals(followUpOn, summary.followUpOn())) {
            throw ProblemException.invalid(new FieldFault("followUpOn", "field.past"));
        }
        refuseUnknownTopics(command, summary.round());
        Person by = Person.activeById(me.id()).orElseThrow(ProblemException::notFound);
        int before = summary.revision();
        summary.write(command, by, clock.instant());
        if (summary.revision() != before) {
            tellChanged(summary);
        }
        return SummaryView.of(summary);
    }

    @PUT
    @Path("/approval")
    @Operation(
            operationId = "approveSummary",
            summary = "Approve the summary as it reads",
            description = "The second approval of the same text concludes the round.")
    public SummaryView approve(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Summary summary = locked(roundId, ifMatch);
        Participant by = summary.round().participant(me.id());
        steps.take(
                summary.round(),
                summary.isConcludedBy(by) ? RoundStep.CONCLUDE : RoundStep.APPROVE,
                summary.unmet(by),
                null);
        summary.approve(by, clock.instant());
        return SummaryView.of(summary);
    }

    @DELETE
    @Path("/approval")
    @Operation(operationId = "withdrawApproval", summary = "Withdraw my approval, until the round is concluded")
    public SummaryView withdrawApproval(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Summary summary = locked(roundId, ifMatch);
        Participant by = summary.round().participant(me.id());
        steps.take(summary.round(), RoundStep.WITHDRAW_APPROVAL, summary.unmet(by), null);
        summary.withdrawApproval(by);
        return SummaryView.of(summary);
    }

    @PUT
    @Path("/sharing")
    @Operation(
            operationId = "shareSummary",
            summary = "Let HR read the concluded summary",
            description = "Only the evaluatee.")
    public SummaryView share(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Summary summary = ownLocked(roundId, ifMatch);
        if (!OrganisationRules.current().hrSharingOffered()) {
            throw ProblemException.stepNotPossible(Set.of(Condition.HR_SHARING_NOT_OFFERED));
        }
        summary.share(clock.instant());
        tellChanged(summary);
        return SummaryView.of(summary);
    }

    @DELETE
    @Path("/sharing")
    @Operation(
            operationId = "takeBackSummary",
            summary = "Let HR read the summary no longer",
            description = "Only the evaluatee, at any time.")
    public SummaryView takeBack(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Summary summary = ownLocked(roundId, ifMatch);
        summary.takeBack();
        tellChanged(summary);
        return SummaryView.of(summary);
    }

    private static void refuseUnknownTopics(WriteSummary command, Round round) {
        List<String> topics = Objects.requireNonNullElse(command.focusPointTopics(), List.of());
        for (int i = 0; i < topics.size(); i++) {
            if (!topics.get(i).isEmpty() && !round.guideVersion().topics().contains(topics.get(i))) {
                throw ProblemException.invalid(new FieldFault("focusPointTopics[" + i + "]", "field.unknown-topic"));
            }
        }
    }

    private void tellChanged(Summary summary) {
        changed.fire(new RoundChanged(summary.round(), RoundPart.SUMMARY));
    }

    private Summary locked(UUID roundId, String ifMatch) {
        Summary summary = summary(Rounds.visibleTo(me.id()).forStep(roundId));
        IfMatch.check(ifMatch, summary.revision(), () -> SummaryView.of(summary));
        return summary;
    }

    private Summary ownLocked(UUID roundId, String ifMatch) {
        Summary summary = locked(roundId, ifMatch);
        if (!summary.round().isEvaluatee(me.id())) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        return summary;
    }

    private static Summary summary(Round round) {
        return Summary.of(round).orElseThrow(ProblemException::notFound);
    }
}
