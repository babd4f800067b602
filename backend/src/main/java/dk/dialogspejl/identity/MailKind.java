package dk.dialogspejl.identity;

import java.util.Locale;

/** What a mail in the outbox says. */
enum MailKind {
    /** With a one-time link, to choose a password: somebody has asked for it. */
    LINK,

    /** As {@link #LINK}, for somebody who is to come in the first time; without a link where they need no password. */
    INVITATION,

    PASSWORD_CHANGED,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    RECOVERY_CODE_USED;

    /** Of its sentences. */
    String key() {
        return "mail." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".";
    }
}
