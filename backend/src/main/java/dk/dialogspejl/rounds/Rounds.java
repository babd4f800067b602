package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds rounds for one reader: those where they are evaluatee, or partner and have not declined. Who may see
 * a round is decided in the query, so a round of others is as unknown as one that does not exist.
 */
public final class Rounds {

    private static final String VISIBLE =
            "(fk(r.evaluatee) = :reader or fk(r.partner) = :reader and r.partnerAnswer <> PartnerAnswer.DECLINED)";

    /** With all that a view or a row of it says. */
    private static final String WHOLE = "from Round r join fetch r.evaluatee left join fetch r.partner"
            + " join fetch r.guideVersion v join fetch v.guide left join fetch r.series s left join fetch s.startedBy"
            + " where ";

    private static final String NEWEST_FIRST = " order by r.createdAt desc, r.id desc";

    private final UUID reader;

    private Rounds(UUID reader) {
        this.reader = reader;
    }

    public static Rounds visibleTo(UUID personId) {
        return new Rounds(personId);
    }

    /** For {@code holds(:rounds, …round.id)}. */
    public static UUID[] idsOf(Collection<Round> rounds) {
        return rounds.stream().map(Round::id).toArray(UUID[]::new);
    }

    /** Everyone the round is visible to, by id. */
    public static Map<UUID, PersonRef> readersOf(Round round) {
        PersonRef evaluatee = PersonRef.of(round.evaluatee());
        if (!round.hasPartner()) {
            return Map.of(evaluatee.id(), evaluatee);
        }
        PersonRef partner = PersonRef.of(round.partner());
        return Map.of(evaluatee.id(), evaluatee, partner.id(), partner);
    }

    /** @throws ProblemException 404 when there is none for this reader */
    public Round byId(UUID id) {
        return one(id, LockModeType.NONE);
    }

    /** For taking a step, or for changing what both may change: others wait until this transaction ends. */
    public Round forStep(UUID id) {
        return one(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** For changing something that hangs on the round: no step is taken until this transaction ends. */
    public Round forChangeBelow(UUID id) {
        return one(id, LockModeType.PESSIMISTIC_READ);
    }

    private Round one(UUID id, LockModeType lock) {
        if (lock != LockModeType.NONE) {
            lock(id, lock);
        }
        return entities()
                .createQuery(WHOLE + "r.id = :id and " + VISIBLE, Round.class)
                .setParameter("id", id)
                .setParameter("reader", reader)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Locks the one row before anything of it is read; a lock on the joined rows would stop their other readers. */
    private void lock(UUID id, LockModeType lock) {
        entities()
                .createQuery("select r.id from Round r where r.id = :id and " + VISIBLE, UUID.class)
                .setParameter("id", id)
                .setParameter("reader", reader)
                .setLockMode(lock)
                .getResultList();
    }

    /**
     * A page of rounds, newest first. Which they are is asked by itself: PostgreSQL would plan a page with all that is joined to it
     * anew each time, which takes longer than to read it.
     *
     * @param part only those where the reader has this part; null for either
     * @param statuses only these; empty for all
     * @param after where the page begins; null for the first
     */
    List<Round> page(Participant part, Set<RoundStatus> statuses, Cursor after, int most) {
        String query = "select r.id from Round r where " + VISIBLE;
        if (!statuses.isEmpty()) {
            query += " and r.status in :statuses";
        }
        if (part == Participant.EVALUATEE) {
            query += " and fk(r.evaluatee) = :reader";
        }
        if (part == Participant.PARTNER) {
            query += " and fk(r.partner) = :reader";
        }
        if (after != null) {
            query += " and (r.createdAt < :at or r.createdAt = :at and r.id < :id)";
        }
        var page = entities().createQuery(query + NEWEST_FIRST, UUID.class).setParameter("reader", reader);
        if (!statuses.isEmpty()) {
            page.setParameter("statuses", statuses);
        }
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        UUID[] ids = page.setMaxResults(most).getResultList().toArray(UUID[]::new);
        return entities()
                .createQuery(WHOLE + "holds(:ids, r.id) and " + VISIBLE + NEWEST_FIRST, Round.class)
                .setParameter("ids", ids)
                .setParameter("reader", reader)
                .getResultList();
    }

    /** Of all of them, newest first. */
    public List<UUID> ids() {
        return entities()
                .createQuery("select r.id from Round r where " + VISIBLE + NEWEST_FIRST, UUID.class)
                .setParameter("reader", reader)
                .getResultList();
    }

    private static EntityManager entities() {
        return Round.getEntityManager();
    }
}
