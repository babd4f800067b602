package dk.dialogspejl.notifications;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How soon somebody wants a mail about something. */
@Schema(
        description =
                "`SOON`: within minutes. `DAILY`: with the rest, in the morning in Denmark. `NEVER`: in the app alone.")
public enum MailPace {
    SOON,
    DAILY,
    NEVER
}
