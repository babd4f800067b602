package dk.dialogspejl.insights;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a leader sees of many people, and that nothing of few can be worked out from it, whatever happens meanwhile. */
@QuarkusTest
class InsightTest extends ApiTest {

    private static final int HISTORIES = 8;
    private static final int LOOKS = 3;

    @Inject
    WholeDatabase database;

    /** That so many of a group did something. */
    private record Told(BitSet group, int people) {}

    private long asked;

    @Test
    void nobody_is_singled_out_by_any_figures_read_at_any_time_while_people_come_move_and_go() throws Exception {
        List<String> found = new ArrayList<>();
        List<String> foundWithoutTheRule = new ArrayList<>();
        int figures = 0;
        Workplace work = given.aWorkplace();
        for (int history = 0; history < HISTORIES; history++) {
            Crowd crowd = new Crowd(work, database, history);
            Map<String, BitSet> did = crowd.did();
            Map<String, Set<Told>> told = new HashMap<>();
            Map<String, Set<Told>> live = new HashMap<>();
            Map<UUID, BitSet> members = members(crowd);
            Map<UUID, String> first = new HashMap<>();
            for (int look = 0; look < LOOKS; look++) {
                for (UUID team : crowd.teams()) {
                    String answer = work.dorte()
                            .reads("/teams/" + team + "/insight")
                            .statusCode(200)
                            .extract()
                            .asString();
                    assertFalse(answer.contains("kanariefugl"));
                    assertEquals(first.computeIfAbsent(team, one -> answer), answer, "made once");
                }
                everythingOver(crowd, live);
                crowd.goesOn();
            }
            first.forEach((team, answer) -> reads(answer, team, members, told));
            assertEquals(shownByTheRule(did, members), told);
            figures += told.values().stream().mapToInt(Set::size).sum();
            found.addAll(attack(told, did));
            long questions = asked;
            foundWithoutTheRule.addAll(attack(live, null));
            asked = questions;
        }
        System.out.printf(
                "Insight: %d figures in %d histories, %d questions, %d singled out; %d without the rule%n",
                figures, HISTORIES, asked, found.size(), foundWithoutTheRule.size());
        assertEquals(List.of(), found);
        assertTrue(figures > 50, figures + " figures");
        assertTrue(foundWithoutTheRule.size() > 50, foundWithoutTheRule.size() + " without the rule");
    }

    private static Map<UUID, BitSet> members(Crowd crowd) {
        Map<UUID, BitSet> members = new HashMap<>();
        crowd.teams().forEach(team -> members.put(team, crowd.members(team)));
        members.put(null, crowd.members(null));
        return members;
    }

    /** What the leader is told, as how many of which group. */
    private static void reads(String answer, UUID team, Map<UUID, BitSet> members, Map<String, Set<Told>> told) {
        JsonPath all = JsonPath.from(answer);
        for (int quarter = 0; quarter < all.getList("quarters").size(); quarter++) {
            for (Map<?, ?> figure : all.getList("quarters[" + quarter + "].figures", Map.class)) {
                String what = quarter + " " + figure.get("measure")
                        + (figure.get("topic") instanceof Map<?, ?> topic ? " " + topic.get("key") : "");
                if (figure.get("measure").equals("EVERYONE")) {
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

    /** The same by the rule from who did what, past the database. */
    private static Map<String, Set<Told>> shownByTheRule(Map<String, BitSet> did, Map<UUID, BitSet> members) {
        Map<String, Set<Told>> expected = new HashMap<>();
        did.forEach((what, who) -> {
            List<Disclosure.Count> counts = new ArrayList<>();
            BitSet inNone = (BitSet) members.get(null).clone();
            members.forEach((team, all) -> {
                if (team != null) {
                    inNone.andNot(all);
                    counts.add(count(team, all, what, did));
                }
            });
            counts.add(count(null, inNone, what, did));
            Disclosure.Shown shown = Disclosure.of(counts);
            Set<Told> told = new HashSet<>();
            shown.teams().forEach((team, people) -> told.add(new Told(members.get(team), people)));
            OptionalInt organisation = shown.organisation();
            organisation.ifPresent(people -> told.add(new Told(members.get(null), people)));
            // How many used each guide makes up all who took part, and would tell how many used two.
            if (!told.isEmpty() && !what.endsWith("USED_GUIDE")) {
                expected.put(what, told);
            }
        });
        return expected;
    }

    private static Disclosure.Count count(UUID team, BitSet all, String what, Map<String, BitSet> did) {
        return new Disclosure.Count(
                team,
                both(all, did.get(what)),
                larger(what).stream()
                        .map(one -> one == null ? all.cardinality() : both(all, did.get(one)))
                        .toList());
    }

    /** The groups that those who did it are among; null for everybody. All have used the same guide. */
    private static List<String> larger(String what) {
        List<String> larger = new ArrayList<>();
        String quarter = what.substring(0, 2);
        if (what.contains("TOPIC") || what.contains("WITHIN") || what.contains("GUIDE")) {
            larger.add(quarter + "TOOK_PART");
        } else if (!what.contains("TOOK_PART") && !what.contains("FOLLOWED_UP")) {
            larger.add(quarter + "FOLLOWED_UP");
        }
        larger.add(null);
        return larger;
    }

    private static int both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other == null ? new BitSet() : other);
        return both.cardinality();
    }

    /** What would be told by showing all that are five or more, as they are at the moment. */
    private static void everythingOver(Crowd crowd, Map<String, Set<Told>> live) {
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
    private List<String> attack(Map<String, Set<Told>> told, Map<String, BitSet> did) {
        List<String> found = new ArrayList<>();
        told.forEach((what, ofIt) -> {
            List<Told> all = List.copyOf(ofIt);
            for (int i = 0; i < all.size(); i++) {
                tries(what, all.get(i), did, found);
                for (int j = 0; j < all.size(); j++) {
                    for (int sign : new int[] {1, -1}) {
                        Told two = j == i ? null : combined(all.get(i), all.get(j), sign);
                        tries(what, two, did, found);
                        for (int k = 0; two != null && k < all.size(); k++) {
                            tries(what, combined(two, all.get(k), 1), did, found);
                            tries(what, combined(two, all.get(k), -1), did, found);
                        }
                    }
                }
            }
        });
        return found;
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

    private void tries(String what, Told told, Map<String, BitSet> did, List<String> found) {
        if (told == null || told.group().isEmpty()) {
            return;
        }
        asked++;
        boolean few = few(told.people()) || few(told.group().cardinality() - told.people());
        if (did != null) {
            for (String larger : larger(what)) {
                few |= larger != null && few(both(told.group(), did.get(larger)) - told.people());
            }
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
        Map<String, Set<Told>> told = new HashMap<>();
        Map<UUID, BitSet> members = members(crowd);
        for (UUID team : crowd.teams()) {
            reads(work.dorte().reads("/teams/" + team + "/insight").extract().asString(), team, members, told);
        }
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
