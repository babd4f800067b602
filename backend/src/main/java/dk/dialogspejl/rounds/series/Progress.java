package dk.dialogspejl.rounds.series;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.rounds.RoundStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * How far the rounds of a series have come: of the people who are in its team now. Nothing but statuses and days is
 * selected here.
 */
@ApplicationScoped
class Progress {

    /** Time for the reflection, the talk and the summary, after the last dialogue. */
    private static final int DAYS_FOR_THE_REST = 14;

    private static final String ROUNDS = " from round r"
            + " join round_series s on s.organisation_id = r.organisation_id and s.id = r.series_id"
            + " join person p on p.organisation_id = r.organisation_id and p.id = r.evaluatee_id"
            + " and p.team_id = s.team_id and p.active";

    /** By the period that the two have agreed on. */
    private static final String LATE = "(r.status = 'PREPARING' and coalesce(r.period_from, s.period_from) < :today"
            + " or r.status in ('PREPARING', 'CONDUCTING') and coalesce(r.period_until, s.period_until) <= :today"
            + " or r.status in ('REFLECTING', 'DISCUSSING')"
            + " and coalesce(r.period_until, s.period_until) + " + DAYS_FOR_THE_REST + " <= :today)";

    private static final String COUNTS = "select s.id as series, r.status as status, count(*) as people,"
            + " count(*) filter (where " + LATE + ") as late" + ROUNDS
            + " where s.id in (:series) group by s.id, r.status";

    private static final String PEOPLE =
            "select p.id as id, p.name as name, r.status as status, r.reminded_on as reminded,"
                    + " (select cast(max(t.taken_at) at time zone 'Europe/Copenhagen' as date) from step_taken t"
                    + " where t.organisation_id = r.organisation_id and t.round_id = r.id"
                    + " and t.from_status is distinct from t.to_status) as since, " + LATE + " as late" + ROUNDS
                    + " where s.id = :series order by p.name, p.id";

    /** Nobody twice a day, by whichever leader; whoever is done, or in the team no more, not at all. */
    private static final String REMIND = "update round set reminded_on = :today where id in (select r.id" + ROUNDS
            + " where s.id = :series and p.id in (:people)"
            + " and r.status in ('PREPARING', 'CONDUCTING', 'REFLECTING', 'DISCUSSING')"
            + " and not exists (select from round o where o.organisation_id = r.organisation_id"
            + " and o.evaluatee_id = r.evaluatee_id and o.reminded_on = :today))"
            + " and reminded_on is distinct from :today returning id";

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** How many stand where in each; nothing of one that has nobody. */
    Map<UUID, List<SeriesRow.Count>> counts(Collection<RoundSeries> series) {
        if (series.isEmpty()) {
            return Map.of();
        }
        return tuples(COUNTS, "series", series.stream().map(RoundSeries::id).toList())
                .collect(Collectors.groupingBy(
                        row -> row.get("series", UUID.class),
                        Collectors.mapping(
                                row -> new SeriesRow.Count(
                                        RoundStatus.valueOf(row.get("status", String.class)),
                                        row.get("people", Long.class).intValue(),
                                        row.get("late", Long.class).intValue()),
                                Collectors.toList())));
    }

    /** By name. */
    List<SeriesView.Standing> people(RoundSeries series) {
        return tuples(PEOPLE, "series", series.id())
                .map(row -> new SeriesView.Standing(
                        new PersonRef(row.get("id", UUID.class), row.get("name", String.class)),
                        RoundStatus.valueOf(row.get("status", String.class)),
                        row.get("since", LocalDate.class),
                        row.get("late", Boolean.class),
                        row.get("reminded", LocalDate.class)))
                .toList();
    }

    /** Notes that these people are reminded today; answers the rounds of those who have not been yet. */
    @SuppressWarnings("unchecked")
    List<UUID> remind(RoundSeries series, Collection<UUID> people) {
        return entities.createNativeQuery(REMIND)
                .setParameter("series", series.id())
                .setParameter("people", people)
                .setParameter("today", LocalDate.now(clock))
                .getResultList();
    }

    private Stream<Tuple> tuples(String query, String name, Object value) {
        return entities.unwrap(Session.class)
                .createNativeQuery(query, Tuple.class)
                .setParameter(name, value)
                .setParameter("today", LocalDate.now(clock))
                .getResultStream();
    }
}
