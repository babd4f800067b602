package dk.dialogspejl.identity;

import java.util.Locale;

/** What a mail in the outbox says. */
enum MailKind {
    /** With a one-time link: an invitation, or to choose a new password. */
    LINK,

    PASSWORD_CHANGED,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    RECOVERY_CODE_USED;

    /** Of its sentences. */
    String key() {
        return "mail." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".";
    }
}
