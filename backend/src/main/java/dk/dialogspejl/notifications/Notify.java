package dk.dialogspejl.notifications;

import dk.dialogspejl.notifications.bell.BellMessage;
import dk.dialogspejl.notifications.mail.Digest;
import dk.dialogspejl.notifications.mail.DigestMail;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.broadcast.Broadcast;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.Round;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** Writes down that somebody is told something, in the transaction of what happened, and when they get it by mail. */
@ApplicationScoped
class Notify {

    private static final String INSERT = "insert into notification (organisation_id, id, person_id, round_id, kind,"
            + " actor_id, about_at, about_on, at, read_at, to_mail) select p.organisation_id, gen_random_uuid(), p.id,"
            + " :round, :kind, :actor, :aboutAt, :aboutOn, :now, :readAt, :toMail from person p"
            + " where p.id = :person and p.active on conflict ";

    private static final String UNREAD = "(organisation_id, person_id, round_id, kind)"
            + " where read_at is null and kind not in ('FOLLOW_UP_DUE', 'RECORDING_DUE')";

    private static final String AGAIN = INSERT
            + UNREAD
            + " do update set actor_id = excluded.actor_id, about_at = excluded.about_at, about_on = excluded.about_on,"
            + " at = excluded.at, to_mail = notification.to_mail or excluded.to_mail and :everyTime";

    private static final String ONCE = INSERT + "do nothing";

    /** Many at once; %1$s is whom it is told to, %2$s what they choose mails of it by. */
    private static final String MANY =
            "with told as (insert into notification (organisation_id, id, person_id, round_id,"
                    + " kind, actor_id, at, to_mail) select p.organisation_id, gen_random_uuid(), p.id, r.id, :kind, :actor, :now,"
                    + " :mails and coalesce(f.%2$s, :usual) <> 'NEVER' from round r"
                    + " join person p on p.organisation_id = r.organisation_id and p.id = r.%1$s_id and p.active"
                    + " left join notification_preference f on f.organisation_id = p.organisation_id and f.person_id = p.id"
                    + " where r.id in (:rounds) order by r.id on conflict " + UNREAD
                    + " do update set actor_id = excluded.actor_id, at = excluded.at, to_mail = excluded.to_mail"
                    + " returning organisation_id, person_id, to_mail)"
                    + " select t.person_id as person, t.to_mail as mail, coalesce(f.%2$s, :usual) as pace from told t"
                    + " left join notification_preference f on f.organisation_id = t.organisation_id and f.person_id = t.person_id";

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

        /** Null for the partner while nobody is asked. */
        Person other() {
            return round.person(round.participant(actor.id()).other());
        }
    }

    /** The other, to whom it is new, if there is one yet. */
    void tellOther(News news) {
        Person other = news.other();
        if (other != null) {
            tell(other.id(), news, false);
        }
    }

    /** Both, because both have it in their calendars; to who did it, it is read from the start. */
    void tellBoth(News news) {
        UUID other = news.other().id();
        List.of(news.actor().id(), other).stream()
                .sorted() // so that two who tell each other do not wait for one another
                .forEach(person -> tell(person, news, !person.equals(other)));
    }

    /**
     * Tells many of rounds of theirs, in as many statements for all as for one.
     *
     * @param whom of the two of each round; a round that has none is passed over
     * @param actor who did it; null where the sentence is about the other of the two
     */
    void tellAll(List<UUID> rounds, Participant whom, NotificationKind kind, UUID actor) {
        NotificationTopic topic = kind.topic();
        List<Tuple> told = session.createNativeQuery(
                        MANY.formatted(
                                whom.name().toLowerCase(Locale.ROOT),
                                topic.name().toLowerCase(Locale.ROOT)),
                        Tuple.class)
                .setParameter("rounds", rounds)
                .setParameter("kind", kind.name())
                .setParameter("actor", actor, UUID.class)
                .setParameter("now", clock.instant())
                .setParameter("mails", mail.isSetUp())
                .setParameter("usual", NotificationPreference.usualPace(topic).name())
                .getResultList();
        told.stream()
                .filter(one -> one.get("mail", Boolean.class))
                .collect(Collectors.groupingBy(
                        one -> MailPace.valueOf(one.get("pace", String.class)),
                        Collectors.mapping(one -> one.get("person", UUID.class), Collectors.toSet())))
                .forEach((pace, people) -> Digest.expect(organisation.id(), people, pace, clock.instant()));
        broadcast.send(told.stream()
                .map(one -> new BellMessage(organisation.id(), one.get("person", UUID.class)).text())
                .collect(Collectors.toSet()));
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
