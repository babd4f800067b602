package dk.dialogspejl.notifications.mail;

import dk.dialogspejl.notifications.Notification;
import dk.dialogspejl.notifications.NotificationPreference;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sends the mails that are due, beside the requests; instances share them. One that fails is sent again, for half a
 * day. One that was sent while its instance died is sent once more.
 */
@ApplicationScoped
class SendDigests {

    private static final Logger LOG = Logger.getLogger(SendDigests.class);

    @Inject
    DigestMail mail;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    EntityManager entities;

    @Inject
    SendDigests itself; // through the proxy, which gives each its request context

    @Inject
    Clock clock;

    @Scheduled(every = "{dialogspejl.digests.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sendAll() {
        while (mail.isSetUp() && itself.sendNext()) {
            // until none is due
        }
    }

    /** False when none is due. */
    @ActivateRequestContext
    boolean sendNext() {
        organisation.enterNone();
        Optional<Digest> due = transaction.call(() -> Digest.claim(clock.instant()));
        due.ifPresent(digest -> {
            organisation.enter(digest.organisationId());
            Optional<DigestMail.Draft> draft = transaction.call(() -> draft(digest.personId()));
            if (draft.map(this::send).orElse(true) || digest.isLastAttempt()) {
                transaction.run(() -> {
                    draft.ifPresent(sent -> Notification.mailed(sent.notifications()));
                    digest.done();
                });
            }
        });
        return due.isPresent();
    }

    /** Empty where nothing is left to tell, and nobody to tell it to. */
    private Optional<DigestMail.Draft> draft(UUID personId) {
        List<Notification> waiting = Notification.toMail(personId);
        Optional<Person> person = Person.activeById(personId);
        Optional<String> address = address(personId);
        return waiting.isEmpty() || person.isEmpty() || address.isEmpty()
                ? Optional.empty()
                : Optional.of(mail.draft(
                        person.get(),
                        address.get(),
                        OrganisationRules.current()
                                .spoken(NotificationPreference.of(personId).language()),
                        waiting));
    }

    /** Read here because identity is used by nobody. */
    private Optional<String> address(UUID personId) {
        return entities.createNativeQuery("select login from account where person_id = :person")
                .setParameter("person", personId)
                .getResultStream()
                .map(String.class::cast)
                .findFirst();
    }

    /** Outside any transaction: a mail server may take its time. */
    private boolean send(DigestMail.Draft draft) {
        try {
            mail.send(draft);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("A mail could not be sent: %s", e.getClass().getName());
            return false;
        }
    }
}
