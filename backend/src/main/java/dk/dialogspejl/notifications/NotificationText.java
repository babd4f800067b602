package dk.dialogspejl.notifications;

import static dk.dialogspejl.platform.time.TimeSource.DENMARK;

import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.rounds.Round;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The sentence of a notification, in the app and in mails. */
public final class NotificationText {

    private NotificationText() {}

    /** Names the other of the two, and days and times in Denmark; never anything that was written. */
    public static String of(Notification notification, Language language) {
        return Messages.get(
                language,
                "notification." + notification.kind() + waitsFor(notification),
                notification.about().name(),
                when(notification, language));
    }

    /** Of a reminder, what the round waits for by now; nothing where it is over. */
    private static String waitsFor(Notification notification) {
        if (notification.kind() != NotificationKind.REMINDED) {
            return "";
        }
        Round round = notification.round();
        return switch (round.status()) {
            case PREPARING -> round.hasPartner() ? ".PREPARING" : ".PARTNER";
            case CONDUCTING, REFLECTING, DISCUSSING -> "." + round.status();
            case CONCLUDED, FOLLOWED_UP, CANCELLED -> "";
        };
    }

    private static String when(Notification notification, Language language) {
        if (notification.aboutOn() != null) {
            return day(notification.aboutOn(), language);
        }
        return notification.aboutAt() == null ? "" : moment(notification.aboutAt(), language);
    }

    /** Such as "onsdag den 16. december". */
    public static String day(LocalDate day, Language language) {
        return format(language, "notification.day").format(day);
    }

    /** Such as "onsdag den 16. december kl. 10.00". */
    public static String moment(Instant at, Language language) {
        return format(language, "notification.moment").format(at.atZone(DENMARK));
    }

    private static DateTimeFormatter format(Language language, String key) {
        return DateTimeFormatter.ofPattern(Messages.get(language, key), language.locale());
    }
}
