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
 * text of theirs is read: of a focus point its topic and its outcome.
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
                select t.step, r.organisation_id, r.id as round_id, r.guide_version_id, e.id as person, e.team_id as team,
                    t.taken_at - r.created_at <= interval '42 days' as soon
                from step_taken t
                join round r on r.organisation_id = t.organisation_id and r.id = t.round_id
                join everyone e on e.organisation_id = r.organisation_id and e.id = r.evaluatee_id
                where t.step in ('CONCLUDE', 'CLOSE') and t.taken_at >= :begins and t.taken_at < :ends
                    and not exists (select from team_leadership l
                        where l.organisation_id = r.organisation_id and l.leader_id = r.partner_id))""";

    private static final String POINTS = """
            point as materialized (
                select r.step, r.organisation_id, r.guide_version_id, r.person, r.team, f.topic, f.status
                from reached r
                join summary s on s.organisation_id = r.organisation_id and s.round_id = r.round_id
                join focus_point f on f.organisation_id = s.organisation_id and f.summary_id = s.id)""";

    /** What is called the same under the same key is the same topic, whichever guide has it; it goes by the oldest of them. */
    private static final String TOPICS = """
            newest as (
                select distinct on (organisation_id, guide_id) organisation_id, guide_id, text_da
                from guide_version order by organisation_id, guide_id, number desc),
            same as (
                select organisation_id, guide_id, t ->> 'key' as key, first_value(guide_id)
                    over (partition by organisation_id, t ->> 'key', t ->> 'title' order by guide_id) as oldest
                from newest cross join jsonb_array_elements(text_da -> 'topics') t),
            topic as materialized (
                select v.organisation_id, v.id as guide_version_id, s.key, s.oldest
                from guide_version v
                join same s on s.organisation_id = v.organisation_id and s.guide_id = v.guide_id and s.key = any (v.topics))""";

    static final String COUNTS = "with " + EVERYONE + ", " + REACHED + ", " + POINTS + ", " + TOPICS + """
            select 'EVERYONE' as measure, cast(null as uuid) as guide, cast(null as text) as topic, team_id as team,
                count(*) as people from everyone group by team_id
            union all select 'TOOK_PART', null, null, team, count(distinct person)
                from reached where step = 'CONCLUDE' group by team
            union all select 'WITHIN_SIX_WEEKS', null, null, team, count(distinct person)
                from reached where step = 'CONCLUDE' and soon group by team
            union all select 'TOOK_PART', t.oldest, t.key, r.team, count(distinct r.person)
                from reached r join topic t using (organisation_id, guide_version_id)
                where r.step = 'CONCLUDE' group by t.oldest, t.key, r.team
            union all select 'TOPIC', t.oldest, t.key, p.team, count(distinct p.person)
                from point p join topic t using (organisation_id, guide_version_id)
                where t.key = p.topic and p.step = 'CONCLUDE' group by t.oldest, t.key, p.team
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
                        people(counted, team, people),
                        counted.among().stream()
                                .map(larger -> people(larger, team, people))
                                .toList(),
                        counted.measure() != Measure.TOPIC
                                || people(counted.whoCould(), team, people)
                                        == people(counted.among().get(0), team, people)))
                .toList();
    }

    private static int people(Counted counted, UUID team, Map<Counted, Map<UUID, Integer>> people) {
        return people.getOrDefault(counted, Map.of()).getOrDefault(team, 0);
    }
}
