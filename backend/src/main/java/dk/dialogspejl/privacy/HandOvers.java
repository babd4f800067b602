package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.summaries.SummariesHandedOver;
import dk.dialogspejl.summaries.SummariesHandedOver.Given;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.query.NativeQuery;

/** What systems were given of people's summaries. Written once and never changed; no word of what was read. */
@ApplicationScoped
class HandOvers {

    private static final String WRITE = """
            with given as (
                insert into hand_over (organisation_id, id, client_id, client_name, read_at)
                select c.organisation_id, gen_random_uuid(), c.id, c.name, :readAt from api_client c where c.id = :client
                returning organisation_id, id)
            insert into summary_handed_over (organisation_id, owner_id, hand_over_id, round_id, revision)
            select given.organisation_id, summary.owner_id, given.id, summary.round_id, summary.revision
            from given, unnest(cast(:owners as uuid[]), cast(:rounds as uuid[]), cast(:revisions as int[]))
                as summary (owner_id, round_id, revision)""";

    /** A summary is given once in a hand-over, so the two make an id. */
    private static final String OF_OWNER = """
            select * from (
                select cast(md5(concat(h.id, g.round_id)) as uuid) as id, h.client_name, g.round_id, g.revision, h.read_at
                from summary_handed_over g
                join hand_over h on h.organisation_id = g.organisation_id and h.id = g.hand_over_id
                where g.owner_id = :owner) as entry""";

    @Inject
    EntityManager entities;

    /** In one statement, whatever their number. */
    void write(SummariesHandedOver handedOver, Instant readAt) {
        List<Given> summaries = handedOver.summaries();
        entities.createNativeQuery(WRITE)
                .setParameter("readAt", readAt)
                .setParameter("client", handedOver.clientId())
                .setParameter("owners", each(summaries, Given::evaluateeId).toArray(new UUID[0]))
                .setParameter("rounds", each(summaries, Given::roundId).toArray(new UUID[0]))
                .setParameter("revisions", each(summaries, Given::revision).toArray(new Integer[0]))
                .executeUpdate();
    }

    private static <T> List<T> each(List<Given> summaries, Function<Given, T> what) {
        return summaries.stream().map(what).toList();
    }

    /**
     * What systems were given of this person's, newest first.
     *
     * @param roundId only of this round; null for all
     * @param after where the page begins; null for the first
     */
    @SuppressWarnings("unchecked")
    List<AccessRow> of(UUID ownerId, UUID roundId, Cursor after, int most) {
        String conditions = " where true" + (roundId == null ? "" : " and round_id = :round")
                + (after == null ? "" : " and (read_at, id) < (:at, :id)");
        NativeQuery<Object[]> page = entities.createNativeQuery(
                        OF_OWNER + conditions + " order by read_at desc, id desc")
                .unwrap(NativeQuery.class);
        page.addScalar("id", UUID.class)
                .addScalar("client_name", String.class)
                .addScalar("round_id", UUID.class)
                .addScalar("revision", Integer.class)
                .addScalar("read_at", Instant.class)
                .setParameter("owner", ownerId);
        if (roundId != null) {
            page.setParameter("round", roundId);
        }
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return page.setMaxResults(most).getResultList().stream()
                .map(row -> AccessRow.ofSystem(
                        (UUID) row[0], (String) row[1], (UUID) row[2], (Integer) row[3], (Instant) row[4]))
                .toList();
    }
}
