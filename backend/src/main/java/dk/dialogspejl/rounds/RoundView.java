package dk.dialogspejl.rounds;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dk.dialogspejl.guides.GuideRef;
import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.platform.http.Located;
import dk.dialogspejl.platform.http.Problem.Unmet;
import dk.dialogspejl.platform.http.Versioned;
import dk.dialogspejl.platform.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A round as one of its two participants sees it, with what they can do now. */
@Schema(
        requiredProperties = {
            "id",
            "version",
            "kind",
            "status",
            "iAm",
            "evaluatee",
            "partnerAnswer",
            "guide",
            "mode",
            "carriedFocusPoints",
            "createdAt",
            "allowedSteps",
            "waitingFor"
        },
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f20", "version": 4, "kind": "SELF_EVALUATED", "status": "PREPARING",
                 "iAm": "EVALUATEE", "evaluatee": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Anna Holm"},
                 "partner": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund"}, "partnerAnswer": "ACCEPTED",
                 "guide": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "version": 1, "title": "Borgerservice ansigt til ansigt"},
                 "mode": "WITHOUT_VIDEO", "periodFrom": "2026-12-01", "periodUntil": "2026-12-15", "numberOfDialogues": 3,
                 "carriedFocusPoints": [],
                 "createdAt": "2026-11-22T09:15:00Z", "allowedSteps": ["CANCEL"],
                 "waitingFor": [{"step": "CONFIRM", "unmet": [{"code": "COOPERATION_NOT_SETTLED", "detail": "Aftal hvordan I samarbejder om den."}]}]}""")
public record RoundView(
        UUID id,
        int version,
        RoundKind kind,
        RoundStatus status,

        @Schema(description = "The reader's part in the round")
        Participant iAm,

        PersonRef evaluatee,

        @Schema(description = "Left out while nobody is asked")
        PersonRef partner,

        PartnerAnswer partnerAnswer,
        GuideRef guide,
        RoundMode mode,
        LocalDate periodFrom,
        @Schema(description = "The day after the last") LocalDate periodUntil,
        Integer numberOfDialogues,

        @Schema(description = "When the two will talk; left out while that is not planned")
        Instant talkAt,

        @Schema(description = "How long the talk may take") Integer talkMinutes,

        String talkPlace,

        @Schema(description = "The round this one goes on from")
        UUID continuesRoundId,

        @Schema(description = "Focus points taken over from that round")
        List<String> carriedFocusPoints,

        Instant createdAt,

        @Schema(description = "Left out where the evaluatee began it")
        StartedBy startedBy,

        @Schema(description = "The steps the reader can take now")
        Set<RoundStep> allowedSteps,

        @Schema(description = "The steps the reader could take at this stage, but for these conditions")
        List<Waiting> waitingFor)
        implements Versioned, Located {

    /** A step and what it waits for. */
    @Schema(
            name = "WaitingStep",
            requiredProperties = {"step", "unmet"})
    public record Waiting(RoundStep step, List<Unmet> unmet) {}

    public static RoundView of(Round round, UUID reader, Set<Condition> reported, Language language) {
        Participant me = round.participant(reader);
        Agreement agreement = round.agreement();
        List<Waiting> waiting = Arrays.stream(RoundStep.values())
                .filter(step -> step.isOffered() && step.isTakenBy(me) && step.leaves(round.status()))
                .map(step -> new Waiting(
                        step,
                        round.unmet(step, me, reported).stream()
                                .map(condition -> Unmet.of(condition, language))
                                .toList()))
                .filter(waits -> !waits.unmet().isEmpty())
                .toList();
        return new RoundView(
                round.id(),
                round.version(),
                round.kind(),
                round.status(),
                me,
                PersonRef.of(round.evaluatee()),
                PersonRef.of(round.partner()),
                round.partnerAnswer(),
                GuideRef.of(round.guideVersion(), language),
                agreement.mode(),
                agreement.periodFrom(),
                agreement.periodUntil(),
                agreement.numberOfDialogues(),
                round.talk().at(),
                round.talk().minutes(),
                round.talk().place(),
                round.continuesRoundId(),
                round.carriedFocusPoints(me),
                round.createdAt(),
                StartedBy.of(round.series()),
                round.allowedSteps(me, reported),
                waiting);
    }

    @Override
    @JsonIgnore
    public String locatedAt() {
        return "/rounds/" + id;
    }
}
