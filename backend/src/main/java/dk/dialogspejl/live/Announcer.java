package dk.dialogspejl.live;

import dk.dialogspejl.platform.broadcast.Broadcast;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Says to the other instances who is here, on a thread of its own: who opens and closes streams must not wait for
 * the database. Of one person in one round only the last word waits to be said. A word that is lost is made good by
 * the next renewal, or by the silence after it.
 */
@ApplicationScoped
class Announcer {

    private static final Logger LOG = Logger.getLogger(Announcer.class);

    @Inject
    Broadcast broadcast;

    private final Map<About, LiveMessage> waiting = new LinkedHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "presence-announcer");
        daemon.setDaemon(true);
        return daemon;
    });

    private record About(RoundKey round, UUID person) {}

    void say(LiveMessage.Present present) {
        say(new About(present.round(), present.person()), present);
    }

    void say(LiveMessage.Gone gone) {
        say(new About(gone.round(), gone.person()), gone);
    }

    private synchronized void say(About about, LiveMessage message) {
        boolean idle = waiting.isEmpty();
        waiting.merge(about, message, Announcer::lastWord);
        if (idle && !thread.isShutdown()) {
            thread.execute(this::send);
        }
    }

    /** A question that has not been asked yet still is to be asked. */
    private static LiveMessage lastWord(LiveMessage before, LiveMessage after) {
        return before instanceof LiveMessage.Present asked
                        && asked.asking()
                        && after instanceof LiveMessage.Present present
                ? new LiveMessage.Present(present.round(), present.instance(), present.person(), true, present.field())
                : after;
    }

    private void send() {
        List<LiveMessage> messages;
        synchronized (this) {
            messages = List.copyOf(waiting.values());
            waiting.clear();
        }
        try {
            broadcast.send(messages.stream().map(LiveMessage::text).toList());
        } catch (RuntimeException e) {
            LOG.debugf("Could not say who is here: %s", e.getClass().getName());
        }
    }

    /** Says what is waiting, and no more after that. */
    void stop() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.SECONDS);
    }
}
