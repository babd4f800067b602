package dk.dialogspejl.notifications;

import dk.dialogspejl.notifications.bell.BellMessage;
import dk.dialogspejl.notifications.mail.Digest;
import dk.dialogspejl.notifications.mail.DigestMail;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.broadcast.Broadcast;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.rounds.Round;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** Writes down that somebody is told something, in the transaction of what happened, and when they get it by mail. */
@ApplicationScoped
class Notify {

    private static final String INSERT = "insert into notification (organisation_id, id, person_id, round_id, kind,"
            + " actor_id, about_at, about_on, at, read_at, to_mail) select p.organisation_id, gen_random_uuid(), p.id,"
            + " :round, :kind, :actor, :aboutAt, :aboutOn, :now, :readAt, :toMail from person p"
            + " where p.id = :person and p.active on conflict ";

    private static final String AGAIN = INSERT
            + "(organisation_id, person_id, round_id, kind)"
            + " where read_at is null and kind not in ('FOLLOW_UP_DUE', 'RECORDING_DUE')"
            + " do update set actor_id = excluded.actor_id, about_at = excluded.about_at, about_on = excluded.about_on,"
            + " at = excluded.at, to_mail = notification.to_mail or excluded.to_mail and :everyTime";

    private static final String ONCE = INSERT + "do nothing";

    @Inject
    Session session;

    @Inject
    DigestMail mail;

    @Inject
    Broadcast broadcast;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    Clock clock;

    /**
     * What happened.
     *
     * @param aboutAt null where it is about no moment
     * @param aboutOn null where it is about no day
     */
    record News(Round round, NotificationKind kind, Person actor, Instant aboutAt, LocalDate aboutOn) {

        News(Round round, NotificationKind kind, Person actor) {
            this(round, kind, actor, null, null);
        }
    }

    /** The other, to whom it is new. */
    void tellOther(News news) {
        tell(other(news), news, false);
    }

    /** Both, because both have it in their calendars; to who did it, it is read from the start. */
    void tellBoth(News news) {
        UUID other = other(news);
        List.of(news.actor().id(), other).stream()
                .sorted() // so that two who tell each other do not wait for one another
                .forEach(person -> tell(person, news, !person.equals(other)));
    }

    private static UUID other(News news) {
        Round round = news.round();
        return round.person(round.participant(news.actor().id()).other()).id();
    }

    /** That a day has come, once however often it is said. */
    void remind(UUID person, News news) {
        MailPace pace = paceOf(person, news.kind());
        var insert = insertion(ONCE, person, news, null, pace);
        told(person, pace, insert.executeUpdate());
    }

    private void tell(UUID person, News news, boolean read) {
        MailPace pace = paceOf(person, news.kind());
        Instant readAt = read ? clock.instant() : null;
        var insert = insertion(AGAIN, person, news, readAt, pace)
                .setParameter("everyTime", news.kind().isForCalendars());
        told(person, pace, insert.executeUpdate());
    }

    private MutationQuery insertion(String statement, UUID person, News news, Instant readAt, MailPace pace) {
        return session.createNativeMutationQuery(statement)
                .setParameter("person", person)
                .setParameter("round", news.round().id())
                .setParameter("kind", news.kind().name())
                .setParameter(
                        "actor", news.actor() == null ? null : news.actor().id(), UUID.class)
                .setParameter("aboutAt", news.aboutAt(), Instant.class)
                .setParameter("aboutOn", news.aboutOn(), LocalDate.class)
                .setParameter("now", clock.instant())
                .setParameter("readAt", readAt, Instant.class)
                .setParameter("toMail", pace != MailPace.NEVER);
    }

    /** Without a mail server there is nothing to wait for one. */
    private MailPace paceOf(UUID person, NotificationKind kind) {
        return mail.isSetUp() ? NotificationPreference.of(person).pace(kind.topic()) : MailPace.NEVER;
    }

    private void told(UUID person, MailPace pace, int rows) {
        if (rows == 0) {
            return;
        }
        if (pace != MailPace.NEVER) {
            Digest.expect(organisation.id(), person, pace, clock.instant());
        }
        broadcast.send(List.of(new BellMessage(organisation.id(), person).text()));
    }
}
