package dk.dialogspejl.notifications;

/** What notifications are about, which is what people choose by. */
public enum NotificationTopic {
    ROUND,
    AGREEMENT,
    SHARED,
    TALK,
    SUMMARY,
    REMINDER
}
