package dk.dialogspejl.insights;

import dk.dialogspejl.platform.time.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Counts people, in one statement, so that all counts are of one moment. Nobody's name or id leaves the database here, and no
 * text is read: of a focus point its topic and its outcome.
 */
@ApplicationScoped
class CountPeople {

    /** Of whom figures are: nobody who could take themselves away from one that they are shown. */
    private static final String EVERYONE = """
            everyone as (
                select p.organisation_id, p.id, p.team_id from person p
                where p.active and not exists (select from team_leadership l
                    where l.organisation_id = p.organisation_id and l.leader_id = p.id))""";

    /** Rounds that came so far in the quarter, without those that a leader has read as partner. */
    private static final String REACHED = """
            reached as materialized (
                select t.step, r.organisation_id, r.id as round_id, e.id as person, e.team_id as team, v.guide_id as guide,
                    t.taken_at - r.created_at <= interval '42 days' as soon
                from step_taken t
                join round r on r.organisation_id = t.organisation_id and r.id = t.round_id
                join everyone e on e.organisation_id = r.organisation_id and e.id = r.evaluatee_id
                join guide_version v on v.organisation_id = r.organisation_id and v.id = r.guide_version_id
                where t.step in ('CONCLUDE', 'CLOSE') and t.taken_at >= :begins and t.taken_at < :ends
                    and not exists (select from team_leadership l
                        where l.organisation_id = r.organisation_id and l.leader_id = r.partner_id))""";

    private static final String POINTS = """
            point as materialized (
                select r.step, r.person, r.team, r.guide, f.topic, f.status
                from reached r
                join summary s on s.organisation_id = r.organisation_id and s.round_id = r.round_id
                join focus_point f on f.organisation_id = s.organisation_id and f.summary_id = s.id)""";

    static final String COUNTS = "with " + EVERYONE + ", " + REACHED + ", " + POINTS + """
            select 'EVERYONE' as measure, cast(null as uuid) as guide, cast(null as text) as topic, team_id as team,
                count(*) as people from everyone group by team_id
            union all select 'TOOK_PART', null, null, team, count(distinct person)
                from reached where step = 'CONCLUDE' group by team
            union all select 'WITHIN_SIX_WEEKS', null, null, team, count(distinct person)
                from reached where step = 'CONCLUDE' and soon group by team
            union all select 'TOOK_PART', guide, null, team, count(distinct person)
                from reached where step = 'CONCLUDE' group by guide, team
            union all select 'TOPIC', guide, topic, team, count(distinct person)
                from point where step = 'CONCLUDE' and topic is not null group by guide, topic, team
            union all select 'FOLLOWED_UP', null, null, team, count(distinct person)
                from reached where step = 'CLOSE' group by team
            union all select status, null, null, team, count(distinct person)
                from point where step = 'CLOSE' and status in ('KEPT_GOING', 'LET_GO') group by status, team""";

    @Inject
    EntityManager entities;

    /** For each thing that is counted, a count of each team and one of those in none; also where nobody is. */
    Map<Counted, List<Disclosure.Count>> in(Quarter quarter) {
        Map<Counted, Map<UUID, Integer>> people = new HashMap<>();
        entities.unwrap(Session.class)
                .createNativeQuery(COUNTS, Tuple.class)
                .setParameter("begins", quarter.begins())
                .setParameter("ends", quarter.ends())
                .getResultStream()
                .forEach(row -> people.computeIfAbsent(counted(row), one -> new HashMap<>())
                        .put(
                                row.get("team", UUID.class),
                                row.get("people", Long.class).intValue()));
        Map<Counted, List<Disclosure.Count>> counts = new HashMap<>();
        people.keySet().forEach(counted -> counts.put(counted, ofEachTeam(counted, people)));
        return counts;
    }

    private static Counted counted(Tuple row) {
        return new Counted(
                Measure.valueOf(row.get("measure", String.class)),
                row.get("guide", UUID.class),
                row.get("topic", String.class));
    }

    private static List<Disclosure.Count> ofEachTeam(Counted counted, Map<Counted, Map<UUID, Integer>> people) {
        return people.get(Counted.of(Measure.EVERYONE)).keySet().stream()
                .map(team -> new Disclosure.Count(
                        team,
                        people.get(counted).getOrDefault(team, 0),
                        counted.among().stream()
                                .map(larger -> people.get(larger).getOrDefault(team, 0))
                                .toList()))
                .toList();
    }
}
