package dk.dialogspejl.notifications.bell;

import dk.dialogspejl.organisation.RightsChanged;
import dk.dialogspejl.platform.broadcast.Heard;
import dk.dialogspejl.platform.broadcast.MaybeMissed;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The streams that people have open with this instance. All of it in memory, and gone with the process. */
@ApplicationScoped
class Bells {

    private static final Logger LOG = Logger.getLogger(Bells.class);
    private static final long CHECK_MILLIS = 1_000;

    @ConfigProperty(name = "dialogspejl.live.alive", defaultValue = "15S")
    Duration alive;

    @Inject
    Clock clock;

    private final Set<Bell> bells = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "bells");
        daemon.setDaemon(true);
        return daemon;
    });

    /** One open stream: one person, in one tab. */
    private record Bell(UUID organisation, UUID person, Instant until, MultiEmitter<? super BellEvent> to) {}

    /**
     * A slow client is sent the latest alone, which says as much as all of them.
     *
     * @param until when the access token ends, and the stream with it
     */
    Multi<BellEvent> open(UUID organisation, UUID person, Instant until) {
        return Multi.createFrom()
                .emitter(
                        to -> {
                            Bell bell = new Bell(organisation, person, until, to);
                            to.onTermination(() -> bells.remove(bell));
                            bells.add(bell);
                            to.emit(BellEvent.CHANGED);
                            if (closed) {
                                to.complete();
                            }
                        },
                        BackPressureStrategy.LATEST);
    }

    void start(@Observes StartupEvent event) {
        every(CHECK_MILLIS, () -> end(bell -> !clock.instant().isBefore(bell.until())));
        every(alive.toMillis(), () -> bells.forEach(bell -> bell.to().emit(BellEvent.ALIVE)));
    }

    private void every(long millis, Runnable what) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        what.run();
                    } catch (RuntimeException e) { // would be the last time, and without a word
                        LOG.errorf("Bells: %s", e.getClass().getName());
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    void hear(@Observes Heard heard) {
        BellMessage.of(heard.message())
                .ifPresent(message -> bells.stream()
                        .filter(bell -> bell.person().equals(message.person())
                                && bell.organisation().equals(message.organisation()))
                        .forEach(bell -> bell.to().emit(BellEvent.CHANGED)));
    }

    /** Who may no longer listen finds that out when opening another. */
    void startOver(@Observes RightsChanged change) {
        end(bell -> bell.person().equals(change.subject()));
    }

    void startOver(@Observes MaybeMissed missed) {
        bells.forEach(bell -> bell.to().emit(BellEvent.CHANGED));
    }

    /** Before requests under way are waited for: a stream is one that would not end by itself. */
    void beforeStop(@Observes ShutdownDelayInitiatedEvent event) {
        close();
    }

    /** With live reload this comes without the other event. */
    void stop(@Observes ShutdownEvent event) {
        close();
    }

    private void close() {
        closed = true;
        end(bell -> true);
    }

    private void end(Predicate<Bell> which) {
        bells.stream().filter(which).forEach(bell -> bell.to().complete());
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
