package dk.dialogspejl.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What happens in live updates because time passes, and what happens when the service begins and stops. */
@ApplicationScoped
class Pulse {

    private static final Logger LOG = Logger.getLogger(Pulse.class);
    private static final Duration CHECK = Duration.ofSeconds(1);

    /** Twice within {@link Room#RENEWED_WITHIN}, so that one lost word makes nobody disappear. */
    private static final Duration RENEW = Duration.ofSeconds(10);

    @ConfigProperty(name = "dialogspejl.live.alive", defaultValue = "15S")
    Duration alive;

    @Inject
    Rooms rooms;

    @Inject
    Announcer announcer;

    @Inject
    Clock clock;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "live-pulse");
        daemon.setDaemon(true);
        return daemon;
    });

    void start(@Observes StartupEvent event) {
        every(CHECK, () -> rooms.pass(clock.instant()));
        every(RENEW, rooms::renew);
        every(alive, rooms::showLife);
    }

    private void every(Duration pause, Runnable what) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        what.run();
                    } catch (RuntimeException e) { // would be the last time, and without a word
                        LOG.errorf("Live updates: %s", e.getClass().getName());
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Before requests under way are waited for: a stream is one that would not end by itself. */
    void beforeStop(@Observes ShutdownDelayInitiatedEvent event) {
        rooms.close();
    }

    /** With live reload this comes without the other event. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rooms.close();
        stop();
    }

    /** Alone, when the service could not start. */
    @PreDestroy
    void stop() throws InterruptedException {
        timer.shutdownNow();
        announcer.stop();
    }
}
