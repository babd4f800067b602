package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.SignInMethod;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends the mails that wait, beside the requests, on one instance at a time. One that fails is sent again, with a new
 * link where it has one, for half a day.
 */
@ApplicationScoped
class SendLinks {

    private static final Logger LOG = Logger.getLogger(SendLinks.class);
    private static final long PAUSE_MILLIS = 1_000;

    @Inject
    LinkMail mail;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    SendLinks itself; // through the proxy, which gives each round a request context

    @Inject
    Clock clock;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "link-sender");
        daemon.setDaemon(true);
        return daemon;
    });

    void start(@Observes StartupEvent event) {
        if (mail.isSetUp()) {
            timer.scheduleWithFixedDelay(this::sendAll, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private void sendAll() {
        try {
            while (itself.sendNext()) {
                // until none is due
            }
        } catch (RuntimeException e) { // would be the last time, and without a word
            LOG.errorf("Links: %s", e.getClass().getName());
        }
    }

    /** False when none is due. */
    @ActivateRequestContext
    boolean sendNext() {
        organisation.enterNone();
        Optional<LinkRequest> due = transaction.call(() -> LinkRequest.claim(clock.instant()));
        due.ifPresent(request -> {
            if (send(request) || request.isLastAttempt()) {
                organisation.enterNone();
                transaction.run(() -> LinkRequest.deleteById(request.id()));
            }
        });
        return due.isPresent();
    }

    /** True when it has been sent, and when there is nobody to send it to. */
    private boolean send(LinkRequest request) {
        transaction.call(() -> LoginDirectory.organisationOf(request.login())).ifPresent(organisation::enter);
        return transaction
                .call(() ->
                        Account.ofActivePerson(request.login()).flatMap(account -> addressed(account, request.kind())))
                .map(addressed -> send(addressed, request))
                .orElse(true);
    }

    /** Empty where a link was asked for and passwords are not used. */
    private Optional<Addressed> addressed(Account account, MailKind kind) {
        boolean byPassword = OrganisationRules.current().signInBy(SignInMethod.PASSWORD);
        return switch (kind) {
            case LINK -> byPassword ? Optional.of(new Addressed(account, linkFor(account))) : Optional.empty();
            case INVITATION -> Optional.of(new Addressed(account, byPassword ? linkFor(account) : null));
            default -> Optional.of(new Addressed(account, null));
        };
    }

    private String linkFor(Account account) {
        String secret = Secrets.random();
        OneTimeLink link = new OneTimeLink(account, secret, clock.instant());
        link.persist();
        return organisation.id() + "." + link.id() + "." + secret;
    }

    /** @param link null for a mail without one */
    private record Addressed(Account account, String link) {}

    /** Outside any transaction: a mail server may take its time. */
    private boolean send(Addressed addressed, LinkRequest request) {
        try {
            if (addressed.link() != null) {
                mail.send(addressed.account(), addressed.link(), request.language());
            } else if (request.kind() == MailKind.INVITATION) {
                mail.welcome(addressed.account(), request.language());
            } else {
                mail.tell(addressed.account(), request);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("A mail could not be sent: %s", e.getClass().getName());
            return false;
        }
    }
}
