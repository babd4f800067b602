package dk.dialogspejl.testing;

import dk.dialogspejl.platform.broadcast.Broadcast;
import dk.dialogspejl.platform.broadcast.Heard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Waits until this instance has heard all that has been said: messages are heard in the order of their commits. */
@ApplicationScoped
public class AllHeard {

    @Inject
    Broadcast broadcast;

    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    void hear(@Observes Heard message) {
        if (message.message().startsWith("test ")) {
            heard.add(message.message());
        }
    }

    public void await() {
        String last = "test " + UUID.randomUUID();
        try {
            for (int attempt = 0; attempt < 100; attempt++) {
                if (attempt % 20 == 0) {
                    broadcast.send(List.of(last)); // again and again, as it may be deaf just now
                }
                if (heard.contains(last)) {
                    return;
                }
                Thread.sleep(attempt < 20 ? 10 : 100);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("The instance is deaf");
    }
}
