package dk.dialogspejl.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** Time is injected, never read from the system, so that a test can stand where it wants in it. */
public final class TimeSource {

    /** Where our users' days begin: dates without a time are days in Denmark. */
    public static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private TimeSource() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.system(DENMARK);
    }
}
