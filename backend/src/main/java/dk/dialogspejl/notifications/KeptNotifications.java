package dk.dialogspejl.notifications;

import dk.dialogspejl.platform.retention.KeptRows;
import jakarta.inject.Singleton;

/** What people were told half a year ago. */
@Singleton
class KeptNotifications extends KeptRows {

    private static final int DAYS = 180;

    KeptNotifications() {
        super("notifications", "notification", "k.at < cast(:now as timestamptz) - interval '%d days'".formatted(DAYS));
    }
}
