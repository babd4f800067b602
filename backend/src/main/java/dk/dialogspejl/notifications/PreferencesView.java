package dk.dialogspejl.notifications;

import dk.dialogspejl.platform.http.Versioned;
import dk.dialogspejl.platform.text.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What I get mails about, and how soon. */
@Schema(
        name = "NotificationPreferences",
        requiredProperties = {
            "version",
            "mailIsSent",
            "language",
            "round",
            "agreement",
            "shared",
            "talk",
            "summary",
            "reminder"
        },
        example = """
                {"version": 1, "mailIsSent": true, "language": "da", "round": "SOON", "agreement": "DAILY",
                 "shared": "DAILY", "talk": "SOON", "summary": "DAILY", "reminder": "DAILY"}""")
public record PreferencesView(
        int version,

        @Schema(description = "Whether this installation has a mail server to send by")
        boolean mailIsSent,

        Language language,
        MailPace round,
        MailPace agreement,
        MailPace shared,
        MailPace talk,
        MailPace summary,
        MailPace reminder)
        implements Versioned {

    static PreferencesView of(NotificationPreference preference, boolean mailIsSent) {
        return new PreferencesView(
                preference.version(),
                mailIsSent,
                preference.language(),
                preference.pace(NotificationTopic.ROUND),
                preference.pace(NotificationTopic.AGREEMENT),
                preference.pace(NotificationTopic.SHARED),
                preference.pace(NotificationTopic.TALK),
                preference.pace(NotificationTopic.SUMMARY),
                preference.pace(NotificationTopic.REMINDER));
    }
}
