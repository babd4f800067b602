package dk.dialogspejl.notifications;

import static dk.dialogspejl.notifications.NotificationKind.FOLLOW_UP_DUE;
import static dk.dialogspejl.notifications.NotificationKind.RECORDING_DUE;

import dk.dialogspejl.dialogues.Dialogue;
import dk.dialogspejl.notifications.Notify.News;
import dk.dialogspejl.organisation.Organisation;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.summaries.Summary;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reminds people when a day has come. Every instance does it, more than once a day; each reminder is given once.
 */
@ApplicationScoped
class Reminders {

    /** So that there is time to do it. */
    private static final int DAYS_BEFORE_DELETION = 1;

    /** What has been due for longer was said long ago, or came in with old data. */
    private static final int DAYS_AFTER = 14;

    @Inject
    Notify notify;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation current;

    @Inject
    Clock clock;

    @Scheduled(
            cron = "{dialogspejl.reminders.cron}",
            timeZone = "Europe/Copenhagen",
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void remindAll() {
        List<Organisation> organisations = transaction.call(() -> Organisation.listAll());
        for (Organisation organisation : organisations) {
            current.enter(organisation.id());
            transaction.run(this::remind);
        }
    }

    private void remind() {
        LocalDate today = LocalDate.now(clock);
        Summary.followUpsDue(today.minusDays(DAYS_AFTER), today).forEach(summary -> {
            Round round = summary.round();
            Stream.of(round.evaluatee(), round.partner())
                    .map(person -> person.id())
                    .sorted()
                    .forEach(person ->
                            notify.remind(person, new News(round, FOLLOW_UP_DUE, null, null, summary.followUpOn())));
        });
        Dialogue.recordingsDue(today.minusDays(DAYS_AFTER), today.plusDays(DAYS_BEFORE_DELETION))
                .forEach(dialogue -> notify.remind(
                        dialogue.round().evaluatee().id(),
                        new News(dialogue.round(), RECORDING_DUE, null, null, dialogue.deleteBy())));
    }
}
