package dk.dialogspejl.insights;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.insights.JointAttack.Deed;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Operation;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.ValidRequests;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a leader sees of many people, and that nothing of few can be worked out from it, whatever happens meanwhile. */
@QuarkusTest
class InsightTest extends ApiTest {

    private static final int HISTORIES = 12;
    private static final int CHANGES = 3;

    @Inject
    WholeDatabase database;

    /** That so many of a group did something. */
    private record Told(BitSet group, int people) {}

    /** People of whom something is told of a quarter. */
    private record Group(int quarter, BitSet people) {}

    /** Whom each thing by itself tells of, and whom all of them together do. */
    private record Found(List<String> alone, List<String> together) {

        Found() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    @Inject
    ReleaseAtNight night;

    private long asked;

    @Test
    void nobody_is_singled_out_by_any_figures_read_at_any_time_while_people_come_move_and_go() throws Exception {
        Found found = new Found();
        int figures = 0;
        Workplace work = given.aWorkplace();
        for (int history = 0; history < HISTORIES; history++) {
            Crowd crowd = new Crowd(work, database, history);
            Map<Deed, BitSet> did = crowd.did();
            Map<UUID, BitSet> members = members(crowd);
            Map<UUID, String> answers = insight(work, crowd);
            for (int change = 0; change < CHANGES; change++) {
                crowd.goesOn();
            }
            assertEquals(answers, insight(work, crowd), "made once");
            Map<Deed, Set<Told>> told = new HashMap<>();
            answers.forEach((team, answer) -> {
                assertFalse(answer.contains("kanariefugl"));
                reads(answer, team, members, told);
            });
            assertEquals(shownByTheRule(did, members), told);
            figures += told.values().stream().mapToInt(Set::size).sum();
            attack(told, did, found);
        }
        System.out.printf(
                "Insight: %d figures in %d histories, %d questions, %d singled out%n",
                figures,
                HISTORIES,
                asked,
                found.alone().size() + found.together().size());
        assertEquals(new Found(), found);
        assertTrue(figures > 50, figures + " figures");
        assertTrue(asked > 1_000, asked + " questions");
    }

    @Test
    void the_attack_singles_people_out_by_numbers_of_five_or_more_that_are_of_the_moment() throws Exception {
        Crowd crowd = new Crowd(given.aWorkplace(), database, 0);
        Map<Deed, Set<Told>> live = new HashMap<>();
        everythingOver(crowd, live);
        Found atOnce = new Found();
        attack(live, crowd.did(), atOnce);
        assertNotEquals(List.of(), atOnce.alone());
        assertNotEquals(List.of(), atOnce.together());
        crowd.goesOn();
        everythingOver(crowd, live);
        Found later = new Found();
        attack(live, null, later);
        assertTrue(later.alone().size() > atOnce.alone().size(), later.alone().size() + " later");
    }

    @Test
    void the_figures_of_quarters_that_are_over_are_made_at_night_and_once() throws Exception {
        Workplace work = given.aWorkplace();
        Crowd crowd = new Crowd(work, database, 1);
        night.run(work.organisation());
        String releases =
                "select string_agg(r::text, ' ' order by r.id) from insight_release r where organisation_id = '"
                        + work.organisation() + "'";
        List<String> made = database.query(releases);
        assertEquals(
                ReleaseInsight.QUARTERS,
                database.query("select id from insight_release where organisation_id = '" + work.organisation() + "'")
                        .size());
        Map<UUID, BitSet> members = members(crowd);
        Map<Deed, BitSet> did = crowd.did();
        crowd.goesOn();
        night.run(work.organisation());
        Map<Deed, Set<Told>> told = new HashMap<>();
        insight(work, crowd).forEach((team, answer) -> reads(answer, team, members, told));
        assertEquals(shownByTheRule(did, members), told);
        assertEquals(made, database.query(releases));
    }

    /** What the leader reads of each team. */
    private static Map<UUID, String> insight(Workplace work, Crowd crowd) {
        Map<UUID, String> answers = new HashMap<>();
        for (UUID team : crowd.teams()) {
            answers.put(
                    team,
                    work.dorte()
                            .reads("/teams/" + team + "/insight")
                            .statusCode(200)
                            .extract()
                            .asString());
        }
        return answers;
    }

    private static Map<UUID, BitSet> members(Crowd crowd) {
        Map<UUID, BitSet> members = new HashMap<>();
        crowd.teams().forEach(team -> members.put(team, crowd.members(team)));
        members.put(null, crowd.members(null));
        return members;
    }

    /** What the leader is told, as how many of which group. */
    private static void reads(String answer, UUID team, Map<UUID, BitSet> members, Map<Deed, Set<Told>> told) {
        JsonPath all = JsonPath.from(answer);
        for (int quarter = 0; quarter < all.getList("quarters").size(); quarter++) {
            for (Map<?, ?> figure : all.getList("quarters[" + quarter + "].figures", Map.class)) {
                Deed what = new Deed(quarter, counted(figure));
                if (what.counted().measure() == Measure.EVERYONE) {
                    continue; // anybody can count them
                }
                Set<Told> ofIt = told.computeIfAbsent(what, one -> new HashSet<>());
                if (figure.get("inTeam") instanceof Integer people) {
                    ofIt.add(new Told(members.get(team), people));
                }
                if (figure.get("inOrganisation") instanceof Integer people) {
                    ofIt.add(new Told(members.get(null), people));
                }
                if (ofIt.isEmpty()) {
                    told.remove(what);
                }
            }
        }
    }

    private static Counted counted(Map<?, ?> figure) {
        return new Counted(
                Measure.valueOf((String) figure.get("measure")),
                figure.get("topic") instanceof Map<?, ?> topic ? UUID.fromString((String) topic.get("guide")) : null,
                figure.get("topic") instanceof Map<?, ?> topic ? (String) topic.get("key") : null);
    }

    /** The same by the rule from who did what, past the database. */
    private static Map<Deed, Set<Told>> shownByTheRule(Map<Deed, BitSet> did, Map<UUID, BitSet> members) {
        Map<Deed, Set<Told>> expected = new HashMap<>();
        for (int quarter = 0; quarter < ReleaseInsight.QUARTERS; quarter++) {
            Map<Counted, List<Disclosure.Count>> counts = new HashMap<>();
            for (Deed deed : did.keySet()) {
                if (deed.quarter() == quarter && did.get(deed).intersects(members.get(null))) {
                    counts.put(deed.counted(), counts(deed, did, members));
                }
            }
            for (var shown : Disclosure.of(counts).entrySet()) {
                Set<Told> told = new HashSet<>();
                shown.getValue().teams().forEach((team, people) -> told.add(new Told(members.get(team), people)));
                shown.getValue().organisation().ifPresent(people -> told.add(new Told(members.get(null), people)));
                if (!told.isEmpty() && shown.getKey().isShown()) {
                    expected.put(new Deed(quarter, shown.getKey()), told);
                }
            }
        }
        return expected;
    }

    private static List<Disclosure.Count> counts(Deed deed, Map<Deed, BitSet> did, Map<UUID, BitSet> members) {
        List<Disclosure.Count> counts = new ArrayList<>();
        BitSet inNone = (BitSet) members.get(null).clone();
        members.forEach((team, all) -> {
            if (team != null) {
                inNone.andNot(all);
                counts.add(count(team, all, deed, did));
            }
        });
        if (!inNone.isEmpty()) {
            counts.add(count(null, inNone, deed, did));
        }
        return counts;
    }

    private static Disclosure.Count count(UUID team, BitSet all, Deed deed, Map<Deed, BitSet> did) {
        return new Disclosure.Count(
                team,
                both(all, did.get(deed)),
                deed.counted().among().stream()
                        .map(larger -> both(all, deed.quarter(), larger, did))
                        .toList(),
                deed.counted().measure() != Measure.TOPIC
                        || both(all, deed.quarter(), deed.counted().whoCould(), did)
                                == both(all, deed.quarter(), Counted.of(Measure.TOOK_PART), did));
    }

    private static int both(BitSet all, int quarter, Counted counted, Map<Deed, BitSet> did) {
        return counted.measure() == Measure.EVERYONE
                ? all.cardinality()
                : both(all, did.get(new Deed(quarter, counted)));
    }

    private static int both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other == null ? new BitSet() : other);
        return both.cardinality();
    }

    /** What would be told by showing all that are five or more, as they are at the moment. */
    private static void everythingOver(Crowd crowd, Map<Deed, Set<Told>> live) {
        crowd.did()
                .forEach((what, who) -> members(crowd).forEach((team, all) -> {
                    int people = both(all, who);
                    if (people >= Disclosure.FEWEST) {
                        live.computeIfAbsent(what, one -> new HashSet<>()).add(new Told(all, people));
                    }
                }));
    }

    /**
     * Adds and takes away up to three of what was told of one thing. The attacker knows who was where when, and who took part.
     *
     * @param did to weigh it against those who took part as well; null to look at groups as a whole
     */
    private void attack(Map<Deed, Set<Told>> told, Map<Deed, BitSet> did, Found found) {
        Map<Group, Map<Counted, Integer>> derived = new HashMap<>();
        told.forEach((what, ofIt) -> {
            List<Told> all = List.copyOf(ofIt);
            for (int i = 0; i < all.size(); i++) {
                tries(what, all.get(i), did, found.alone(), derived);
                for (int j = 0; j < all.size(); j++) {
                    for (int sign : new int[] {1, -1}) {
                        Told two = j == i ? null : combined(all.get(i), all.get(j), sign);
                        tries(what, two, did, found.alone(), derived);
                        for (int k = 0; two != null && k < all.size(); k++) {
                            tries(what, combined(two, all.get(k), 1), did, found.alone(), derived);
                            tries(what, combined(two, all.get(k), -1), did, found.alone(), derived);
                        }
                    }
                }
            }
        });
        derived.forEach((group, numbers) -> jointly(group, numbers, did, found.together()));
    }

    /**
     * Puts together all that is known of one group. The attacker knows by name who took part, and who followed up, and asks how
     * many of those did some things and did not do others: at least as many as there must be, at most as there can be.
     */
    private void jointly(Group group, Map<Counted, Integer> numbers, Map<Deed, BitSet> did, List<String> found) {
        for (Measure known : List.of(Measure.TOOK_PART, Measure.FOLLOWED_UP)) {
            int all = both(group.people(), group.quarter(), Counted.of(known), did);
            List<Integer> of = numbers.entrySet().stream()
                    .filter(one -> one.getKey().among().contains(Counted.of(known)))
                    .map(Map.Entry::getValue)
                    .toList();
            for (int question = 1; question < Math.pow(3, of.size()); question++) {
                int least = all;
                int most = all;
                int rest = question;
                for (int number : of) {
                    if (rest % 3 > 0) {
                        int so = rest % 3 == 1 ? number : all - number;
                        least += so - all;
                        most = Math.min(most, so);
                    }
                    rest /= 3;
                }
                asked++;
                if (least > 0 && most < Disclosure.FEWEST) {
                    found.add(group + ": " + numbers);
                }
            }
        }
    }

    /** Null where it is no number of people of one group. */
    private static Told combined(Told one, Told other, int sign) {
        BitSet group = (BitSet) one.group().clone();
        if (sign > 0) {
            if (group.intersects(other.group())) {
                return null;
            }
            group.or(other.group());
        } else {
            BitSet outside = (BitSet) other.group().clone();
            outside.andNot(group);
            if (!outside.isEmpty()) {
                return null;
            }
            group.andNot(other.group());
        }
        return new Told(group, one.people() + sign * other.people());
    }

    private void tries(
            Deed what,
            Told told,
            Map<Deed, BitSet> did,
            List<String> found,
            Map<Group, Map<Counted, Integer>> derived) {
        if (told == null || told.group().isEmpty()) {
            return;
        }
        asked++;
        boolean few = few(told.people()) || few(told.group().cardinality() - told.people());
        if (did != null) {
            for (Counted larger : what.counted().among()) {
                few |= few(both(told.group(), what.quarter(), larger, did) - told.people());
            }
            derived.computeIfAbsent(new Group(what.quarter(), told.group()), one -> new HashMap<>())
                    .put(what.counted(), told.people());
        }
        if (few) {
            found.add(what + ": " + told);
        }
    }

    private static boolean few(int people) {
        return 0 < people && people < Disclosure.FEWEST;
    }

    @Test
    void what_a_leader_has_read_as_partner_is_not_counted() throws Exception {
        Workplace work = given.aWorkplace();
        Crowd crowd = new Crowd(work, database, 100);
        crowd.talksWithItsLeader(Math.min(20, crowd.members(null).cardinality()));
        Map<Deed, Set<Told>> told = new HashMap<>();
        Map<UUID, BitSet> members = members(crowd);
        insight(work, crowd).forEach((team, answer) -> reads(answer, team, members, told));
        assertEquals(shownByTheRule(crowd.did(), members), told);
    }

    @Test
    void there_are_figures_of_quarters_that_are_over_alone_and_none_of_a_small_team() {
        Workplace work = given.aWorkplace();
        String team = work.dorte().reads("/me").extract().path("leads[0].id");
        String until = work.dorte()
                .reads("/teams/" + team + "/insight")
                .statusCode(200)
                .body("quarters", hasSize(4))
                .body("team.name", equalTo("Skranken"))
                .body("quarters.figures.flatten().inTeam.findAll { it }", hasSize(0))
                .body("quarters.figures.flatten().inOrganisation.findAll { it }", hasSize(0))
                .extract()
                .path("quarters[0].until");
        assertFalse(LocalDate.parse(until).isAfter(LocalDate.now()));
    }

    @Test
    void nobody_sees_figures_of_a_team_that_they_do_not_lead() throws Exception {
        Workplace work = given.aWorkplace();
        String led = work.dorte().reads("/me").extract().path("leads[0].id");
        String other = database.query("select id from team where name = 'Telefonen' and organisation_id = '"
                        + work.organisation() + "'")
                .get(0);
        work.dorte().reads("/teams/" + other + "/insight").statusCode(404);
        given.aWorkplace().dorte().reads("/teams/" + led + "/insight").statusCode(404);
    }

    @Test
    void nothing_that_anybody_wrote_is_in_anything_a_leader_can_read() {
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).sharingEarly().outcomes();
        Employee leader = work.dorte();
        int read = 0;
        for (Operation operation : Operation.all()) {
            if (operation.writes() || operation.endless() || operation.open()) {
                continue;
            }
            ValidRequests requests = new ValidRequests(round);
            String answer = requests.of(operation, leader)
                    .request(operation.method(), requests.path(operation))
                    .asString();
            for (String words : List.of(
                    "Jeg så op før",
                    "Roen og øjenkontakten",
                    "Slip skærmen",
                    "Lad borgeren opsummere",
                    "Pausen prøves af",
                    "Skærmen er drejet",
                    "Stillerummet",
                    "Pas til barn")) {
                assertFalse(answer.contains(words), operation + ": " + words);
            }
            read++;
        }
        assertTrue(read > 30, read + " operations");
    }
}
