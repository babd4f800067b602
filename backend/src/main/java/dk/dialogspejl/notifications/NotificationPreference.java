package dk.dialogspejl.notifications;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.text.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.UUID;

/** What a person wants mails about, how soon, and in which language. In the app they are told everything. */
@Entity
public class NotificationPreference extends TenantEntity {

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    @Enumerated(EnumType.STRING)
    private Language language = Language.DA;

    // What others wait for an answer to, and what stands in calendars, soon; the rest once a day.
    @Enumerated(EnumType.STRING)
    private MailPace round = MailPace.SOON;

    @Enumerated(EnumType.STRING)
    private MailPace agreement = MailPace.DAILY;

    @Enumerated(EnumType.STRING)
    private MailPace shared = MailPace.DAILY;

    @Enumerated(EnumType.STRING)
    private MailPace talk = MailPace.SOON;

    @Enumerated(EnumType.STRING)
    private MailPace summary = MailPace.DAILY;

    @Enumerated(EnumType.STRING)
    private MailPace reminder = MailPace.DAILY;

    protected NotificationPreference() {}

    NotificationPreference(Person person) {
        this.person = person;
    }

    /** Of who has said nothing, what everybody has; that is not kept. */
    public static NotificationPreference of(UUID personId) {
        return NotificationPreference.<NotificationPreference>find("person.id", personId)
                .firstResultOptional()
                .orElseGet(NotificationPreference::new);
    }

    /** From now on a person gets no mails of what they are told; their language stays. */
    public static void stopMails(Person person) {
        NotificationPreference kept = of(person.id());
        NotificationPreference preference = kept.isKept() ? kept : new NotificationPreference(person);
        preference.round = MailPace.NEVER;
        preference.agreement = MailPace.NEVER;
        preference.shared = MailPace.NEVER;
        preference.talk = MailPace.NEVER;
        preference.summary = MailPace.NEVER;
        preference.reminder = MailPace.NEVER;
        preference.persistAndFlush();
    }

    void change(ChangePreferences command) {
        language = command.language();
        round = command.round();
        agreement = command.agreement();
        shared = command.shared();
        talk = command.talk();
        summary = command.summary();
        reminder = command.reminder();
    }

    MailPace pace(NotificationTopic topic) {
        return switch (topic) {
            case ROUND -> round;
            case AGREEMENT -> agreement;
            case SHARED -> shared;
            case TALK -> talk;
            case SUMMARY -> summary;
            case REMINDER -> reminder;
        };
    }

    /** As whoever has said nothing has it. */
    static MailPace usualPace(NotificationTopic topic) {
        return new NotificationPreference().pace(topic);
    }

    boolean isKept() {
        return id() != null;
    }

    /** Zero where nothing is kept yet; what is kept counts from one. */
    int version() {
        return isKept() ? version + 1 : 0;
    }

    public Language language() {
        return language;
    }
}
