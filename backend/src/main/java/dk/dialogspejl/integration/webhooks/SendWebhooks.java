package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.broadcast.Heard;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what waits, beside the requests, on every instance: when it hears that something has been added, and otherwise now
 * and then. To a webhook each instance sends one event at a time, so a receiver that hangs holds up its own and no
 * other's; and after some in a row it is another's turn.
 */
@ApplicationScoped
class SendWebhooks {

    private static final Logger LOG = Logger.getLogger(SendWebhooks.class);

    /** Webhooks at a time. */
    private static final int AT_ONCE = 32;

    private static final int IN_A_ROW = 50;

    private static final Duration GOODBYE = Duration.ofSeconds(8);

    @Inject
    WebhookQueue queue;

    @Inject
    Deliver deliver;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    SendWebhooks itself; // through the proxy, which gives a request context

    @Inject
    Clock clock;

    @ConfigProperty(name = "dialogspejl.webhooks.every", defaultValue = "5s")
    Duration every;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService finder =
            Executors.newSingleThreadScheduledExecutor(daemon("webhook-finder"));
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE, daemon("webhook-sender"));

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    void start(@Observes StartupEvent event) {
        finder.scheduleWithFixedDelay(this::find, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void hear(@Observes Heard heard) {
        if (heard.message().equals(WebhookQueue.MESSAGE)) {
            findSoon();
        }
    }

    /** Takes nothing more, and ends what it is at if that does not take long. The rest is taken over. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        finder.shutdownNow();
        senders.shutdown();
        senders.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Comes without the event when the service could not start. */
    @PreDestroy
    void stop() {
        finder.shutdownNow();
        senders.shutdownNow();
    }

    /** However often it is asked for meanwhile, once. */
    private void findSoon() {
        try {
            if (asked.compareAndSet(false, true)) {
                finder.execute(() -> {
                    asked.set(false);
                    find();
                });
            }
        } catch (RejectedExecutionException stopping) {
            // Another instance does it, or this one at its next start.
        }
    }

    private void find() {
        try {
            for (WebhookQueue.Due due : itself.due()) {
                busy.add(due.webhookId());
                senders.execute(() -> send(due));
            }
        } catch (RuntimeException e) { // would be the last time, and without a word
            LOG.errorf("Webhooks: %s", e.getClass().getName());
        }
    }

    @ActivateRequestContext
    List<WebhookQueue.Due> due() {
        int most = AT_ONCE - busy.size();
        if (most <= 0) {
            return List.of();
        }
        organisation.enterNone();
        return transaction.call(() -> queue.due(busy, most, clock.instant()));
    }

    private void send(WebhookQueue.Due due) {
        int sent = 0;
        try {
            while (sent < IN_A_ROW && !senders.isShutdown() && deliver.next(due)) {
                sent++;
            }
        } catch (RuntimeException e) {
            LOG.errorf("Webhook %s: %s", due.webhookId(), e.getClass().getName());
        } finally {
            busy.remove(due.webhookId());
        }
        if (sent > 0) {
            findSoon(); // there may be more, for it or for others that waited for a free place
        }
    }
}
