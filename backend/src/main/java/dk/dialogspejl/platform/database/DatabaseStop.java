package dk.dialogspejl.platform.database;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;

/** Stops the embedded database once the requests under way have been answered. */
class DatabaseStop {

    private static final int LAST = Integer.MAX_VALUE;

    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) { // live reload goes on with the same database
            Database.stop();
        }
    }
}
