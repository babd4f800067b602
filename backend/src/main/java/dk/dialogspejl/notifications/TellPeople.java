package dk.dialogspejl.notifications;

import static dk.dialogspejl.notifications.NotificationKind.ACCEPTED;
import static dk.dialogspejl.notifications.NotificationKind.AGREEMENT_CHANGED;
import static dk.dialogspejl.notifications.NotificationKind.CONCLUDED;
import static dk.dialogspejl.notifications.NotificationKind.CONFIRMATION_NEEDED;
import static dk.dialogspejl.notifications.NotificationKind.DECLINED;
import static dk.dialogspejl.notifications.NotificationKind.DIALOGUE_SHARED;
import static dk.dialogspejl.notifications.NotificationKind.FEEDBACK_SHARED;
import static dk.dialogspejl.notifications.NotificationKind.INVITED;
import static dk.dialogspejl.notifications.NotificationKind.REMINDED;
import static dk.dialogspejl.notifications.NotificationKind.ROUND_CANCELLED;
import static dk.dialogspejl.notifications.NotificationKind.STARTED_FOR_YOU;
import static dk.dialogspejl.notifications.NotificationKind.SUGGESTED;
import static dk.dialogspejl.notifications.NotificationKind.SUMMARY_TO_APPROVE;
import static dk.dialogspejl.notifications.NotificationKind.TALK_CANCELLED;
import static dk.dialogspejl.notifications.NotificationKind.TALK_MOVED;
import static dk.dialogspejl.notifications.NotificationKind.TALK_PLANNED;

import dk.dialogspejl.notifications.Notify.News;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundChanged;
import dk.dialogspejl.rounds.RoundPart;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.SharedAnew;
import dk.dialogspejl.rounds.StepTaken;
import dk.dialogspejl.rounds.TalkChanged;
import dk.dialogspejl.rounds.series.PeopleReminded;
import dk.dialogspejl.rounds.series.SeriesBegun;
import dk.dialogspejl.summaries.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Whom to tell of what has happened. The one who did it is not told, and what the other cannot see is not either. */
@ApplicationScoped
class TellPeople {

    @Inject
    Notify notify;

    @Inject
    CurrentPerson me;

    @Inject
    Clock clock;

    void tell(@Observes StepTaken taken) {
        Round round = taken.round();
        Person by = taken.takenBy();
        List<NotificationKind> answered = NotificationKind.answeredBy(taken.step());
        if (!answered.isEmpty()) {
            Notification.answered(round, by.id(), answered, clock.instant());
        }
        switch (taken.step()) {
            case INVITE -> notify.tellOther(new News(round, INVITED, by));
            case ACCEPT -> notify.tellOther(new News(round, ACCEPTED, by));
            case DECLINE -> notify.tellOther(new News(round, DECLINED, by));
            case CONFIRM -> {
                if (round.confirmed(round.participant(by.id()).other()) == null) {
                    notify.tellOther(new News(round, CONFIRMATION_NEEDED, by));
                }
            }
            case APPROVE -> notify.tellOther(new News(round, SUMMARY_TO_APPROVE, by));
            case WITHDRAW_APPROVAL -> Notification.takeBack(round, SUMMARY_TO_APPROVE);
            case CONCLUDE -> notify.tellBoth(new News(round, CONCLUDED, by, null, followUpOn(round)));
            case CANCEL ->
                cancelled(new News(round, ROUND_CANCELLED, by, round.talk().at(), null));
            case BEGIN, START, FINISH_DIALOGUES, OPEN_DISCUSSION, CLOSE -> {
                // The round's page says so; nobody has to act on it.
            }
        }
    }

    private static LocalDate followUpOn(Round round) {
        return Summary.of(round).map(Summary::followUpOn).orElse(null);
    }

    private void cancelled(News news) {
        if (isAhead(news)) {
            notify.tellBoth(news);
        } else {
            notify.tellOther(new News(news.round(), news.kind(), news.actor()));
        }
    }

    private boolean isAhead(News news) {
        return news.aboutAt() != null && news.aboutAt().isAfter(clock.instant());
    }

    void tell(@Observes SeriesBegun begun) {
        UUID leader = begun.series().startedBy().id();
        notify.tellAll(begun.rounds(), Participant.EVALUATEE, STARTED_FOR_YOU, leader);
        notify.tellAll(begun.rounds(), Participant.PARTNER, SUGGESTED, null);
    }

    void tell(@Observes PeopleReminded reminded) {
        notify.tellAll(reminded.rounds(), Participant.EVALUATEE, REMINDED, reminded.leader());
    }

    void tell(@Observes TalkChanged change) {
        NotificationKind kind = switch (change.kind()) {
            case PLANNED -> TALK_PLANNED;
            case MOVED -> TALK_MOVED;
            case CANCELLED -> TALK_CANCELLED;
        };
        Round round = change.round();
        News news = new News(round, kind, round.person(round.participant(me.id())), change.at(), null);
        if (isAhead(news)) {
            notify.tellBoth(news);
        }
    }

    void tell(@Observes SharedAnew shared) {
        NotificationKind kind = shared.part() == RoundPart.FEEDBACK ? FEEDBACK_SHARED : DIALOGUE_SHARED;
        notify.tellOther(new News(shared.round(), kind, shared.round().person(shared.owner())));
    }

    void tell(@Observes RoundChanged change) {
        Round round = change.round();
        if (change.part() == RoundPart.AGREEMENT) {
            Participant by = round.participant(me.id());
            if (round.lastConfirmed(by.other()) != null) {
                notify.tellOther(new News(round, AGREEMENT_CHANGED, round.person(by)));
            }
        } else if (change.part() == RoundPart.SUMMARY && round.status() == RoundStatus.DISCUSSING) {
            Notification.takeBack(round, SUMMARY_TO_APPROVE); // an edit withdraws what was approved
        }
    }
}
