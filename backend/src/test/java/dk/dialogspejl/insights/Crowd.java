package dk.dialogspejl.insights;

import dk.dialogspejl.insights.JointAttack.Deed;
import dk.dialogspejl.platform.time.Quarter;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that a workplace has besides Dorte: teams that she leads, whose people have had rounds in the quarters that are over; and,
 * beside the database, who did what. People are known by their number in it.
 */
final class Crowd {

    private static final String STILL_IN_PROGRESS = "IN_PROGRESS";

    /** Of the guide that most use, and of the one that some do in some quarters. */
    private static final List<String> TOPICS = List.of("welcome", "needs", "closing");

    private static final List<String> FEWER_TOPICS = List.of("needs");
    private static final List<String> OUTCOMES = List.of("KEPT_GOING", STILL_IN_PROGRESS, "LET_GO");

    private final Workplace work;
    private final WholeDatabase database;
    private final Random random;
    private final String guideVersion;
    private final UUID otherVersion = UUID.randomUUID();

    /** The quarters in which some used the other guide. */
    private final BitSet mixed = new BitSet();

    private final List<UUID> teams = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();

    /** Where each is now; null for no team, and nobody's for who is not there any more. */
    private final List<UUID> teamOf = new ArrayList<>();

    private final BitSet there = new BitSet();

    /** Who did what. */
    private final Map<Deed, BitSet> did = new HashMap<>();

    private final StringBuilder sql = new StringBuilder();

    /** In the place of whoever was there before, and of their figures. */
    Crowd(Workplace work, WholeDatabase database, long seed) throws SQLException {
        this.work = work;
        this.database = database;
        this.random = new Random(seed);
        guideVersion = database.query("select id from guide_version where organisation_id = '" + work.organisation()
                        + "' and guide_id = '" + work.guide() + "'")
                .get(0);
        sql.append("delete from insight_figure where organisation_id = '%1$s'; delete from insight_release where"
                .concat(" organisation_id = '%1$s';")
                .concat("update person set active = false where organisation_id = '%1$s' and id <> '%2$s';")
                .formatted(work.organisation(), work.dorte().id()));
        makeAnotherGuide();
        IntStream.range(0, ReleaseInsight.QUARTERS)
                .filter(quarter -> random.nextInt(3) == 0)
                .forEach(mixed::set);
        int sizes = 2 + random.nextInt(3);
        for (int team = 0; team < sizes; team++) {
            UUID id = UUID.randomUUID();
            teams.add(id);
            insert("team (id, name)", quoted(id), quoted("Team " + team));
            insert(
                    "team_leadership (id, team_id, leader_id)",
                    "gen_random_uuid()",
                    quoted(id),
                    quoted(work.dorte().id()));
            IntStream.range(0, 3 + random.nextInt(20)).forEach(one -> joins(id));
        }
        IntStream.range(0, random.nextInt(4)).forEach(one -> joins(null));
        write();
    }

    /** Younger than the first, and of its topics it has some. */
    private void makeAnotherGuide() {
        UUID guide = new UUID(-1, random.nextLong());
        insert("guide (id)", quoted(guide));
        String topics =
                "jsonb_set(%1$s, '{topics}', jsonb_path_query_array(%1$s, '$.topics[*] ? (@.key == \"needs\")'))";
        sql.append(
                ("insert into guide_version (organisation_id, id, guide_id, number, published_at, title_da, title_en,"
                                + " topics, text_da, text_en) select organisation_id, '%s', '%s', 1, now(), 'Kort', 'Short',"
                                + " '{needs}', %s, %s from guide_version where id = '%s';")
                        .formatted(
                                otherVersion,
                                guide,
                                topics.formatted("text_da"),
                                topics.formatted("text_en"),
                                guideVersion));
    }

    private Counted topic(String key) {
        return new Counted(Measure.TOPIC, work.guide(), key);
    }

    private void joins(UUID team) {
        UUID id = UUID.randomUUID();
        int number = people.size();
        people.add(id);
        teamOf.add(team);
        there.set(number);
        insert(
                "person (id, name, team_id, roles, active)",
                quoted(id),
                quoted("Kollega " + number),
                team == null ? "null" : quoted(team),
                "array ['EMPLOYEE']",
                "true");
        for (int quarter = 0; quarter < ReleaseInsight.QUARTERS; quarter++) {
            if (random.nextInt(4) > 0) {
                hasARound(number, quarter, work.bo().id());
            }
        }
    }

    private void hasARound(int person, int quarter, UUID partner) {
        Quarter when =
                Quarter.endedBefore(LocalDate.now(), ReleaseInsight.QUARTERS).get(quarter);
        boolean soon = random.nextInt(3) > 0;
        boolean closed = random.nextBoolean();
        boolean counts = !partner.equals(work.dorte().id());
        boolean other = mixed.get(quarter) && random.nextInt(6) == 0;
        List<String> topics = other ? FEWER_TOPICS : TOPICS;
        String concluded = "timestamptz '" + when.begins().plusSeconds(60 * 60 * 24 * 20) + "'";
        UUID round = UUID.randomUUID();
        UUID summary = UUID.randomUUID();
        insert(
                "round (id, version, kind, status, evaluatee_id, partner_id, partner_answer, guide_version_id,"
                        + " evaluatee_knows_guide, partner_knows_guide, mode, carried_focus_points, talk_sequence, created_at)",
                quoted(round),
                "1",
                "'SELF_EVALUATED'",
                closed ? "'FOLLOWED_UP'" : "'CONCLUDED'",
                quoted(people.get(person)),
                quoted(partner),
                "'ACCEPTED'",
                other ? quoted(otherVersion) : quoted(guideVersion),
                "true",
                "true",
                "'WITHOUT_VIDEO'",
                "'{}'",
                "0",
                concluded + " - interval '" + (soon ? 30 : 70) + " days'");
        step(round, person, "CONCLUDE", concluded);
        insert(
                "summary (id, round_id, revision, worked_well, learning, follow_up_how, concluded_at, follow_up_revision)",
                quoted(summary),
                quoted(round),
                "1",
                "'kanariefugl'",
                "'kanariefugl'",
                "'kanariefugl'",
                concluded,
                "0");
        if (closed) {
            step(round, person, "CLOSE", concluded + " + interval '30 days'");
        }
        if (counts) {
            note(quarter, Counted.of(Measure.TOOK_PART), person, true);
            topics.forEach(topic -> note(quarter, topic(topic).whoCould(), person, true));
            note(quarter, Counted.of(Measure.WITHIN_SIX_WEEKS), person, soon);
            note(quarter, Counted.of(Measure.FOLLOWED_UP), person, closed);
        }
        for (int point = 0; point < 2; point++) {
            String topic = random.nextInt(5) == 0 ? null : topics.get(random.nextInt(topics.size()));
            String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            insert(
                    "focus_point (id, summary_id, position, text, note, topic, status)",
                    "gen_random_uuid()",
                    quoted(summary),
                    Integer.toString(point),
                    "'kanariefugl'",
                    "'kanariefugl'",
                    topic == null ? "null" : quoted(topic),
                    closed ? quoted(outcome) : "null");
            if (counts) {
                note(quarter, topic(topic), person, topic != null);
                if (!outcome.equals(STILL_IN_PROGRESS)) {
                    note(quarter, Counted.of(Measure.valueOf(outcome)), person, closed);
                }
            }
        }
    }

    private void step(UUID round, int person, String step, String at) {
        insert(
                "step_taken (id, round_id, step, from_status, to_status, taken_by_id, taken_at)",
                "gen_random_uuid()",
                quoted(round),
                quoted(step),
                "'DISCUSSING'",
                "'CONCLUDED'",
                quoted(people.get(person)),
                at);
    }

    private void note(int quarter, Counted what, int person, boolean so) {
        if (so) {
            did.computeIfAbsent(new Deed(quarter, what), one -> new BitSet()).set(person);
        }
    }

    /** Colleagues move, come, leave and are erased, and rounds are removed and come in late. */
    void goesOn() throws SQLException {
        for (int change = 0; change < 6; change++) {
            int person = random.nextInt(people.size());
            switch (random.nextInt(4)) {
                case 0 -> {
                    UUID team = teams.get(random.nextInt(teams.size()));
                    teamOf.set(person, team);
                    sql.append("update person set team_id = '%s' where id = '%s';".formatted(team, people.get(person)));
                }
                case 1 -> joins(teams.get(random.nextInt(teams.size())));
                case 2 -> {
                    there.clear(person);
                    sql.append("update person set active = false where id = '%s';".formatted(people.get(person)));
                }
                default -> {
                    did.values().forEach(who -> who.clear(person));
                    sql.append(
                            "delete from step_taken where taken_by_id = '%1$s'; delete from round where evaluatee_id = '%1$s';"
                                    .formatted(people.get(person)));
                }
            }
        }
        write();
    }

    /** Rounds with their leader, which she has read. */
    void talksWithItsLeader(int count) throws SQLException {
        for (int person = 0; person < count; person++) {
            hasARound(person, 0, work.dorte().id());
        }
        write();
    }

    List<UUID> teams() {
        return teams;
    }

    /** Who is in the team now; in the whole organisation for null. */
    BitSet members(UUID team) {
        return IntStream.range(0, people.size())
                .filter(person -> there.get(person) && (team == null || team.equals(teamOf.get(person))))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** Everything that anybody has done. */
    Map<Deed, BitSet> did() {
        return did.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one ->
                (BitSet) one.getValue().clone()));
    }

    private void insert(String into, String... values) {
        int bracket = into.indexOf('(');
        sql.append("insert into ")
                .append(into, 0, bracket)
                .append("(organisation_id, ")
                .append(into.substring(bracket + 1))
                .append(" values ('")
                .append(work.organisation())
                .append("', ")
                .append(String.join(", ", values))
                .append(");\n");
    }

    private void write() throws SQLException {
        // Nothing is to be told of it.
        database.executeUnchecked(sql.toString());
        sql.setLength(0);
    }

    private static String quoted(Object value) {
        return "'" + value + "'";
    }
}
