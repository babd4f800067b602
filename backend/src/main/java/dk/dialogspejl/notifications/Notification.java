package dk.dialogspejl.notifications;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.rounds.Round;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** That somebody is told something about a round. Unread, the same is told once, with the last time it happened. */
@Entity
public class Notification extends TenantEntity {

    /** The first hundred are counted; more is more than anybody reads. */
    private static final int MOST_COUNTED = 100;

    /** Of a reader, and of rounds that the reader still sees. */
    private static final String OWN = "n.person.id = :reader and (n.round.evaluatee.id = :reader"
            + " or n.round.partner.id = :reader and n.round.partnerAnswer <> PartnerAnswer.DECLINED)";

    private static final String WHOLE = "from Notification n join fetch n.round r join fetch r.evaluatee"
            + " left join fetch r.partner left join fetch n.actor where ";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Round round;

    @Enumerated(EnumType.STRING)
    private NotificationKind kind;

    /** Who did it; null where nobody did, because a day has come. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Person actor;

    /** When the talk is, where it is about one. */
    private Instant aboutAt;

    /** The day of the follow-up, or the last day of a recording. */
    private LocalDate aboutOn;

    private Instant at;

    /** Null until it has been read. */
    private Instant readAt;

    /** Whether it waits for a mail. */
    private boolean toMail;

    protected Notification() {}

    /** A page of a person's, newest first. */
    static List<Notification> page(UUID personId, Cursor after, int most) {
        String query = WHOLE + OWN;
        if (after != null) {
            query += " and (n.at < :at or n.at = :at and n.id < :id)";
        }
        var page = getEntityManager()
                .createQuery(query + " order by n.at desc, n.id desc", Notification.class)
                .setParameter("reader", personId);
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return page.setMaxResults(most).getResultList();
    }

    static Optional<Notification> own(UUID id, UUID personId) {
        return getEntityManager()
                .createQuery(WHOLE + OWN + " and n.id = :id", Notification.class)
                .setParameter("reader", personId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    static int countUnread(UUID personId) {
        return getEntityManager()
                .createQuery("select n.id from Notification n where n.readAt is null and " + OWN, UUID.class)
                .setParameter("reader", personId)
                .setMaxResults(MOST_COUNTED)
                .getResultList()
                .size();
    }

    /** What waits for the person's next mail, oldest first. */
    public static List<Notification> toMail(UUID personId) {
        return getEntityManager()
                .createQuery(WHOLE + OWN + " and n.toMail order by n.at, n.id", Notification.class)
                .setParameter("reader", personId)
                .getResultList();
    }

    /** Those of them that have not changed since they were mailed. */
    public static void mailed(List<Notification> mailed) {
        mailed.forEach(one -> update("toMail = false where id = ?1 and at = ?2", one.id(), one.at));
    }

    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
            toMail = toMail && kind.isForCalendars();
        }
    }

    /** All that a person has been told up to a moment. */
    static void readUntil(UUID personId, Instant until, Instant now) {
        Notification.<Notification>stream("person.id = ?1 and readAt is null and at <= ?2", personId, until)
                .forEach(one -> one.read(now));
    }

    /** What the person has answered by what they did. */
    static void answered(Round round, UUID personId, Collection<NotificationKind> kinds, Instant now) {
        Notification.<Notification>stream(
                        "round = ?1 and person.id = ?2 and kind in ?3 and readAt is null", round, personId, kinds)
                .forEach(one -> one.read(now));
    }

    /** What nobody has read and is not so any more. */
    static void takeBack(Round round, NotificationKind kind) {
        delete("round = ?1 and kind = ?2 and readAt is null", round, kind);
    }

    public Round round() {
        return round;
    }

    public NotificationKind kind() {
        return kind;
    }

    /** A path in the app. */
    public String place() {
        return kind.place(round.id());
    }

    /** Whom the sentence is about: who did it, but to themself the other of the two. */
    Person about() {
        return actor == null || actor.id().equals(person.id())
                ? round.person(round.participant(person.id()).other())
                : actor;
    }

    public Instant aboutAt() {
        return aboutAt;
    }

    public LocalDate aboutOn() {
        return aboutOn;
    }

    Instant at() {
        return at;
    }

    boolean isRead() {
        return readAt != null;
    }
}
