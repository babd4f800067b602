package dk.dialogspejl.demo;

import dk.dialogspejl.demo.DemoOrganisation.DemoAgreement;
import dk.dialogspejl.demo.DemoOrganisation.DemoDialogue;
import dk.dialogspejl.demo.DemoOrganisation.DemoFeedback;
import dk.dialogspejl.demo.DemoOrganisation.DemoReflection;
import dk.dialogspejl.demo.DemoOrganisation.DemoRound;
import dk.dialogspejl.demo.DemoOrganisation.DemoSummary;
import dk.dialogspejl.dialogues.Dialogue;
import dk.dialogspejl.dialogues.DialogueNoted;
import dk.dialogspejl.dialogues.Recording;
import dk.dialogspejl.feedback.PartnerFeedback;
import dk.dialogspejl.feedback.WriteFeedback;
import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.sealing.PersonKeys;
import dk.dialogspejl.platform.time.TimeSource;
import dk.dialogspejl.reflections.Reflection;
import dk.dialogspejl.rounds.Agreement;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.PartnerAnswer;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.RoundStep;
import dk.dialogspejl.rounds.StepTaken;
import dk.dialogspejl.summaries.Summary;
import dk.dialogspejl.summaries.WriteFollowUp;
import dk.dialogspejl.summaries.WriteSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Plays the fictional rounds as they would have gone, step by step, up to where each is to stand. */
@ApplicationScoped
class DemoRounds {

    @Inject
    PersonKeys keys;

    @Inject
    Event<StepTaken> taken;

    @Inject
    Event<DialogueNoted> noted;

    @Inject
    Clock clock;

    void load(List<DemoRound> rounds, Map<String, Person> people) {
        Map<String, Summary> summaries = new HashMap<>();
        for (DemoRound described : rounds) {
            Round round = prepare(described, people, summaries.get(described.continues()));
            conduct(described, round);
            Summary summary = discuss(described, round);
            if (summary != null) {
                summaries.put(described.key(), summary);
            }
            if (described.status() == RoundStatus.CANCELLED) {
                step(
                        round,
                        RoundStep.CANCEL,
                        Participant.EVALUATEE,
                        described.createdDay() + 6,
                        described.cancelledBecause());
            }
        }
    }

    private Round prepare(DemoRound described, Map<String, Person> people, Summary continued) {
        Person partner = people.get(described.partner());
        GuideVersion guide = GuideVersion.newestBuiltIn(described.guide()).orElseThrow();
        int day = described.createdDay();
        Round round = new Round(
                people.get(described.evaluatee()), partner, guide, agreement(described.agreement()), at(day, "08:30"));
        if (continued != null) {
            round.continueFrom(continued.round(), continued.pointsToCarryOver());
        }
        round.persist();
        switch (described.partnerAnswer()) {
            case ACCEPTED -> step(round, RoundStep.ACCEPT, Participant.PARTNER, day + 1, null);
            case DECLINED -> step(round, RoundStep.DECLINE, Participant.PARTNER, day + 1, null);
            case INVITED -> {}
            case NOT_ASKED -> throw new IllegalArgumentException("Who begins a round, asks somebody");
        }
        Set<Participant> confirmed = reaches(described, RoundStatus.CONDUCTING)
                ? Set.of(Participant.values())
                : Objects.requireNonNullElse(described.confirmedBy(), Set.of());
        if (described.partnerAnswer() == PartnerAnswer.ACCEPTED) {
            confirmed.forEach(participant -> step(round, RoundStep.CONFIRM, participant, day + 2, null));
        }
        if (reaches(described, RoundStatus.CONDUCTING)) {
            step(round, RoundStep.START, Participant.EVALUATEE, day + 2, null);
        }
        return round;
    }

    private void conduct(DemoRound described, Round round) {
        int lastDay = described.createdDay() + 2;
        for (DemoDialogue dialogue : orEmpty(described.dialogues())) {
            hold(dialogue, round, described.agreement());
            lastDay = Math.max(lastDay, dialogue.day());
        }
        if (reaches(described, RoundStatus.REFLECTING)) {
            step(round, RoundStep.FINISH_DIALOGUES, Participant.EVALUATEE, lastDay, described.fewerDialoguesReason());
        }
        Map<String, DemoFeedback> feedback = Objects.requireNonNullElse(described.partnerFeedback(), Map.of());
        for (PartnerFeedback page : PartnerFeedback.writtenBy(round.partner().id(), round.id())) {
            DemoFeedback words = feedback.get(page.topic());
            if (words != null) {
                page.write(
                        new WriteFeedback(
                                text(words.note()),
                                orEmpty(words.questions()),
                                words.questionsShared(),
                                text(words.feedback()),
                                words.feedbackShared()),
                        keys.toSeal(round.partner().id()));
            }
        }
        if (reaches(described, RoundStatus.DISCUSSING)) {
            step(round, RoundStep.OPEN_DISCUSSION, Participant.EVALUATEE, lastDay + 1, null);
        }
    }

    private void hold(DemoDialogue described, Round round, DemoAgreement agreement) {
        Recording recording = described.recording() == null
                ? null
                : new Recording(
                        true,
                        described.recording().consent(),
                        null,
                        day(described.day() + agreement.recordingDeletionDays()),
                        null);
        Dialogue dialogue = new Dialogue(
                round, at(described.day(), described.time()), described.channel(), described.label(), recording);
        dialogue.persist();
        noted.fire(new DialogueNoted(dialogue));
        Map<String, DemoReflection> texts = Objects.requireNonNullElse(described.reflections(), Map.of());
        for (Reflection reflection :
                Reflection.own(dialogue.id(), round.evaluatee().id())) {
            DemoReflection text = texts.get(reflection.topic());
            if (text != null) {
                reflection.write(
                        text.text(),
                        orEmpty(text.moments()),
                        keys.toSeal(round.evaluatee().id()),
                        at(described.day(), "15:10"));
            }
        }
        dialogue.share(Objects.requireNonNullElse(described.shared(), Set.of()));
        if (described.recording() != null && described.recording().deleted()) {
            dialogue.confirmRecordingDeleted(at(described.day() + 1, "15:30"));
        }
    }

    /** Null when the round is not to come so far. */
    private Summary discuss(DemoRound described, Round round) {
        Summary summary = Summary.of(round).orElse(null);
        DemoSummary text = described.summary();
        if (summary == null || text == null) {
            return summary;
        }
        boolean conclude = reaches(described, RoundStatus.CONCLUDED);
        // A round to be followed up has its follow-up day behind it, and was concluded well before.
        int day = conclude
                ? Math.min(lastDay(described) + 2, Math.min(0, text.followUpDay()) - 1)
                : lastDay(described) + 2;
        summary.write(
                new WriteSummary(
                        text(text.workedWell()),
                        orEmpty(text.focusPoints()),
                        text.topics(),
                        text(text.learning()),
                        text(text.followUpHow()),
                        text.followUpDay() == null ? null : day(text.followUpDay())),
                round.partner(),
                at(day, "10:40"));
        Set<Participant> approving =
                conclude ? Set.of(Participant.values()) : Objects.requireNonNullElse(text.approvedBy(), Set.of());
        for (Participant participant : approving) {
            step(
                    round,
                    summary.isConcludedBy(participant) ? RoundStep.CONCLUDE : RoundStep.APPROVE,
                    participant,
                    day,
                    null);
            summary.approve(participant, at(day, "10:55"));
        }
        if (text.sharedWithHr()) {
            summary.share(at(day, "11:00"));
        }
        followUp(described, round, summary);
        return summary;
    }

    private void followUp(DemoRound described, Round round, Summary summary) {
        if (described.followUp() != null) {
            summary.followUp(described.followUp().stream()
                    .map(outcome -> new WriteFollowUp.Outcome(outcome.status(), text(outcome.note())))
                    .toList());
        }
        if (described.status() == RoundStatus.FOLLOWED_UP) {
            step(
                    round,
                    RoundStep.CLOSE,
                    Participant.EVALUATEE,
                    described.summary().followUpDay(),
                    null);
        }
    }

    private static int lastDay(DemoRound described) {
        return orEmpty(described.dialogues()).stream()
                .mapToInt(DemoDialogue::day)
                .max()
                .orElse(described.createdDay() + 2);
    }

    private static boolean reaches(DemoRound described, RoundStatus status) {
        return described.status() != RoundStatus.CANCELLED && described.status().compareTo(status) >= 0;
    }

    private Agreement agreement(DemoAgreement a) {
        return new Agreement(
                a.guideGoneThrough().contains(Participant.EVALUATEE),
                a.guideGoneThrough().contains(Participant.PARTNER),
                a.periodFromDay() == null ? null : day(a.periodFromDay()),
                a.periodUntilDay() == null ? null : day(a.periodUntilDay()),
                a.numberOfDialogues(),
                a.mode(),
                a.consentMethod(),
                a.recordingDeletionDays(),
                a.method(),
                a.time(),
                a.setting(),
                a.cooperation());
    }

    private void step(Round round, RoundStep step, Participant by, int day, String note) {
        taken.fire(round.take(step, by, Set.of(), at(day, "09:00"), note));
    }

    private LocalDate day(int day) {
        return LocalDate.now(clock).plusDays(day);
    }

    /** Never in the future, whatever the time of day the data is loaded. */
    private Instant at(int day, String time) {
        Instant instant = day(day).atTime(LocalTime.parse(time))
                .atZone(TimeSource.DENMARK)
                .toInstant();
        Instant now = clock.instant();
        return instant.isAfter(now) ? now : instant;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
