package dk.dialogspejl.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.insights.Disclosure.Count;
import dk.dialogspejl.insights.Disclosure.Shown;
import dk.dialogspejl.insights.JointAttack.Deed;
import dk.dialogspejl.insights.JointAttack.Group;
import dk.dialogspejl.insights.JointAttack.Outcome;
import dk.dialogspejl.insights.JointAttack.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Nobody is singled out by all figures together: of different things, different teams and different quarters, by somebody who
 * knows the rule as well. Small organisations, and in them everything that can be so.
 */
class JointDisclosureTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID D = new UUID(0, 4);
    private static final UUID NONE = null;

    private static final Counted TOOK_PART = Counted.of(Measure.TOOK_PART);
    private static final Counted SOON = Counted.of(Measure.WITHIN_SIX_WEEKS);
    private static final Counted FOLLOWED_UP = Counted.of(Measure.FOLLOWED_UP);
    private static final Counted KEPT_GOING = Counted.of(Measure.KEPT_GOING);
    private static final Counted LET_GO = Counted.of(Measure.LET_GO);
    private static final Counted NEEDS = topic("needs");
    private static final Counted CLOSING = topic("closing");
    private static final Counted WELCOME = topic("welcome");
    private static final Counted WRITING = topic("writing");

    /** Guides, by their topics. */
    private static final List<Counted> GUIDE = List.of(NEEDS, CLOSING);

    private static final List<Counted> OTHER_GUIDE = List.of(WRITING);
    private static final List<Counted> LONGER_GUIDE = List.of(NEEDS, WRITING);
    private static final List<Counted> OUTCOMES = List.of(NEEDS, CLOSING, WELCOME);

    /** What one may have done without being counted. */
    private static final Deed STILL_IN_PROGRESS = new Deed(-1, new Counted(null, null, "in progress"));

    private static final Set<Deed> NOTHING = Set.of();

    private static long ways;
    private static long asked;

    @AfterAll
    static void say() {
        System.out.printf(
                "Joint attack: %d questions put to all figures together, of %d ways that it may be, 0 singled out%n",
                asked, ways);
        assertTrue(asked > 300_000, asked + " questions");
    }

    @Test
    void how_many_followed_up_and_what_came_of_it_single_nobody_out() {
        for (int people = 9; people <= 12; people++) {
            nobodyIsSingledOut(List.of(outcomesOf(people)));
        }
    }

    @Test
    void topics_and_how_soon_single_nobody_out() {
        for (int people = 10; people <= 12; people++) {
            nobodyIsSingledOut(List.of(team(
                    A,
                    people,
                    by(GUIDE),
                    by(GUIDE, SOON),
                    by(GUIDE, NEEDS),
                    by(GUIDE, NEEDS, SOON),
                    by(GUIDE, CLOSING),
                    by(GUIDE, CLOSING, SOON),
                    by(GUIDE, NEEDS, CLOSING),
                    by(GUIDE, NEEDS, CLOSING, SOON))));
        }
    }

    @Test
    void topics_of_two_guides_of_which_everybody_who_took_part_used_one_or_both_single_nobody_out() {
        for (int people = 10; people <= 12; people++) {
            nobodyIsSingledOut(List.of(byTwoGuides(people)));
        }
    }

    @Test
    void topics_of_two_guides_of_which_everybody_is_known_to_have_used_just_one_single_nobody_out() {
        for (int people = 10; people <= 14; people++) {
            nobodyIsSingledOut(List.of(
                    team(A, people, by(GUIDE), by(GUIDE, NEEDS), by(OTHER_GUIDE), by(OTHER_GUIDE, WRITING), NOTHING)));
        }
    }

    @Test
    void topics_that_one_guide_shares_with_another_single_nobody_out() {
        for (int people = 10; people <= 12; people++) {
            nobodyIsSingledOut(List.of(team(
                    A,
                    people,
                    by(GUIDE),
                    by(GUIDE, NEEDS),
                    by(LONGER_GUIDE),
                    by(LONGER_GUIDE, NEEDS),
                    by(LONGER_GUIDE, WRITING),
                    by(LONGER_GUIDE, NEEDS, WRITING),
                    NOTHING)));
        }
    }

    @Test
    void topics_in_several_teams_single_nobody_out_for_who_knows_by_name_who_used_which_guide() {
        for (int ofTwelve : List.of(12, 10, 7, 5)) {
            for (int ofSeven : List.of(7, 5, 2)) {
                nobodyIsSingledOut(knownByName(ofTwelve, ofSeven));
            }
        }
    }

    @Test
    void topics_in_several_teams_single_nobody_out_where_nobody_knows_who_used_which_guide() {
        for (List<Group> organisation : ofUnknownGuides()) {
            nobodyIsSingledOut(organisation);
        }
    }

    @Test
    void figures_of_several_teams_and_of_the_organisation_single_nobody_out() {
        for (List<Group> organisation : organisations()) {
            nobodyIsSingledOut(organisation);
        }
    }

    @Test
    void nobody_is_singled_out_by_who_knows_by_name_who_took_part() {
        for (int few = 0; few <= 4; few++) {
            for (int some = 4; some <= 7; some++) {
                nobodyIsSingledOut(List.of(
                        team(A, 10, did(TOOK_PART), did(SOON)),
                        team(A, 2, NOTHING),
                        team(B, some, did(TOOK_PART), did(SOON)),
                        team(B, 5, NOTHING),
                        team(C, 6, did(TOOK_PART), did(SOON)),
                        team(NONE, few, did(TOOK_PART), did(SOON))));
            }
        }
    }

    @Test
    void outcomes_of_several_teams_single_nobody_out() {
        for (List<Integer> sizes : List.of(List.of(11, 10), List.of(11, 6), List.of(6, 5, 4), List.of(10, 5, 2))) {
            List<Group> groups = new ArrayList<>();
            for (int at = 0; at < sizes.size(); at++) {
                groups.add(team(
                        List.of(A, B, C).get(at),
                        sizes.get(at),
                        did(FOLLOWED_UP),
                        did(KEPT_GOING),
                        did(LET_GO),
                        did(KEPT_GOING, LET_GO)));
            }
            nobodyIsSingledOut(groups);
        }
    }

    @Test
    void two_quarters_between_which_somebody_moves_single_nobody_out() {
        for (int moved = 1; moved <= 2; moved++) {
            nobodyIsSingledOut(
                    List.of(inTwoQuarters(A, A, 10), inTwoQuarters(B, A, moved), inTwoQuarters(B, B, 10 - moved)));
        }
    }

    @Test
    void the_attack_singles_people_out_where_every_number_is_shown() {
        somebodyIsSingledOut(
                counts -> each(counts, JointDisclosureTest::everything),
                List.of(team(A, 12, did(FOLLOWED_UP), NOTHING)));
    }

    @Test
    void the_attack_singles_people_out_where_only_those_counted_must_be_five() {
        somebodyIsSingledOut(
                counts -> each(counts, JointDisclosureTest::fiveAlone),
                List.of(team(A, 12, did(FOLLOWED_UP), NOTHING)));
    }

    @Test
    void the_attack_singles_people_out_where_what_is_left_of_the_organisation_is_safe_as_a_whole_alone() {
        somebodyIsSingledOut(
                counts -> each(counts, JointDisclosureTest::restAsAWhole),
                List.of(team(A, 12, did(FOLLOWED_UP), NOTHING), team(B, 12, did(FOLLOWED_UP), NOTHING)));
    }

    @Test
    void the_attack_singles_people_out_where_a_part_is_shown_of_what_is_not() {
        somebodyIsSingledOut(counts -> each(counts, Disclosure::of), List.of(outcomesOf(12)));
    }

    @Test
    void the_attack_singles_people_out_where_topics_are_shown_though_some_used_another_guide() {
        somebodyIsSingledOut(JointDisclosureTest::whoeverCould, knownByName(7, 7));
    }

    @Test
    void the_attack_singles_people_out_where_it_is_told_how_many_used_each_guide() {
        somebodyIsSingledOut(Disclosure::of, List.of(byTwoGuides(12)));
    }

    @Test
    void the_attack_singles_people_out_where_three_outcomes_are_shown_of_which_everybody_has_one() {
        somebodyIsSingledOut(
                Disclosure::of,
                List.of(team(
                        A,
                        11,
                        by(OUTCOMES, NEEDS),
                        by(OUTCOMES, CLOSING),
                        by(OUTCOMES, WELCOME),
                        by(OUTCOMES, NEEDS, CLOSING),
                        by(OUTCOMES, NEEDS, WELCOME),
                        by(OUTCOMES, CLOSING, WELCOME),
                        by(OUTCOMES, NEEDS, CLOSING, WELCOME))));
    }

    private static void nobodyIsSingledOut(List<Group> groups) {
        Outcome outcome = JointAttack.on(JointDisclosureTest::shown, groups);
        ways += outcome.ways();
        asked += outcome.asked();
        assertEquals(List.of(), outcome.singledOut().stream().limit(3).toList(), groups::toString);
    }

    private static void somebodyIsSingledOut(Rule rule, List<Group> groups) {
        assertNotEquals(List.of(), JointAttack.on(rule, groups).singledOut());
    }

    private static Map<Counted, Shown> shown(Map<Counted, List<Count>> counts) {
        Map<Counted, Shown> shown = Disclosure.of(counts);
        shown.keySet().removeIf(counted -> !counted.isShown());
        return shown;
    }

    private static Map<Counted, Shown> each(Map<Counted, List<Count>> counts, Function<List<Count>, Shown> rule) {
        Map<Counted, Shown> shown = new HashMap<>();
        counts.forEach((counted, ofIt) -> shown.put(counted, rule.apply(ofIt)));
        return shown;
    }

    /** As if everybody who took part could have chosen any topic. */
    private static Map<Counted, Shown> whoeverCould(Map<Counted, List<Count>> counts) {
        Map<Counted, List<Count>> weaker = new HashMap<>(counts);
        weaker.replaceAll((counted, ofIt) -> ofIt.stream()
                .map(count -> new Count(count.team(), count.people(), count.among()))
                .toList());
        return shown(weaker);
    }

    private static Shown everything(List<Count> counts) {
        Map<UUID, Integer> teams = new HashMap<>();
        counts.forEach(count -> teams.put(count.team(), count.people()));
        return new Shown(teams, OptionalInt.empty());
    }

    private static Shown fiveAlone(List<Count> counts) {
        Map<UUID, Integer> teams = new HashMap<>(everything(counts).teams());
        teams.values().removeIf(people -> people < Disclosure.FEWEST);
        return new Shown(teams, OptionalInt.empty());
    }

    /** As it was: what the rule tells of each team in the rest is not thought of. */
    private static Shown restAsAWhole(List<Count> counts) {
        Shown shown = Disclosure.of(counts);
        Count all = counts.stream().reduce(Count::and).orElseThrow();
        boolean safe = all.people() >= Disclosure.FEWEST
                && all.showsNobodyAlone()
                && counts.stream()
                        .filter(count -> !shown.teams().containsKey(count.team()))
                        .reduce(Count::and)
                        .map(Count::showsNobodyAlone)
                        .orElse(true);
        return new Shown(shown.teams(), safe ? OptionalInt.of(all.people()) : OptionalInt.empty());
    }

    private static List<List<Group>> organisations() {
        List<List<Group>> organisations = new ArrayList<>();
        for (List<Integer> sizes : List.of(
                List.of(14),
                List.of(13, 1),
                List.of(9, 5),
                List.of(10, 11),
                List.of(5, 5, 4),
                List.of(6, 5, 3),
                List.of(10, 2, 2),
                List.of(7, 4, 3),
                List.of(4, 4, 4),
                List.of(4, 4, 3, 3),
                List.of(9, 5, 5),
                List.of(6, 6, 5))) {
            for (UUID last : Arrays.asList(D, NONE)) {
                List<UUID> teams = new ArrayList<>(List.of(A, B, C));
                teams.add(sizes.size() - 1, last);
                List<Group> groups = new ArrayList<>();
                for (int at = 0; at < sizes.size(); at++) {
                    groups.add(team(teams.get(at), sizes.get(at), NOTHING, did(FOLLOWED_UP), did(KEPT_GOING)));
                }
                organisations.add(groups);
            }
        }
        return organisations;
    }

    private static Group outcomesOf(int people) {
        return team(
                A,
                people,
                NOTHING,
                inProgress(did(FOLLOWED_UP)),
                did(KEPT_GOING),
                inProgress(did(KEPT_GOING)),
                did(LET_GO),
                inProgress(did(LET_GO)),
                did(KEPT_GOING, LET_GO),
                inProgress(did(KEPT_GOING, LET_GO)));
    }

    private static Set<Deed> inProgress(Set<Deed> kind) {
        Set<Deed> more = new HashSet<>(kind);
        more.add(STILL_IN_PROGRESS);
        return more;
    }

    private static Group byTwoGuides(int people) {
        List<Set<Deed>> kinds = new ArrayList<>();
        List<Set<Deed>> one = List.of(by(GUIDE), by(GUIDE, NEEDS));
        List<Set<Deed>> other = List.of(by(OTHER_GUIDE), by(OTHER_GUIDE, WRITING));
        kinds.addAll(one);
        kinds.addAll(other);
        for (Set<Deed> ofOne : one) {
            other.forEach(ofOther -> kinds.add(both(ofOne, ofOther)));
        }
        return new Group(people, Collections.singletonList(A), kinds);
    }

    private static Set<Deed> both(Set<Deed> one, Set<Deed> other) {
        Set<Deed> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static List<Group> knownByName(int ofTwelve, int ofSeven) {
        return List.of(
                team(A, ofTwelve, by(GUIDE), by(GUIDE, NEEDS)),
                team(A, 12 - ofTwelve, by(OTHER_GUIDE), by(OTHER_GUIDE, WRITING)),
                team(B, ofSeven, by(GUIDE), by(GUIDE, NEEDS)),
                team(B, 7 - ofSeven, by(OTHER_GUIDE), by(OTHER_GUIDE, WRITING)),
                team(NONE, 4, by(GUIDE), by(GUIDE, NEEDS)));
    }

    /** Everybody took part, by one guide or another. */
    private static List<List<Group>> ofUnknownGuides() {
        List<List<Group>> organisations = new ArrayList<>();
        for (List<Integer> sizes : List.of(List.of(14), List.of(9, 5), List.of(4, 4, 4))) {
            List<Group> groups = new ArrayList<>();
            for (int at = 0; at < sizes.size(); at++) {
                groups.add(team(
                        List.of(A, B, C).get(at),
                        sizes.get(at),
                        by(GUIDE),
                        by(GUIDE, NEEDS),
                        by(OTHER_GUIDE),
                        by(OTHER_GUIDE, WRITING)));
            }
            organisations.add(groups);
        }
        return organisations;
    }

    private static Group inTwoQuarters(UUID first, UUID then, int people) {
        List<Set<Deed>> kinds = new ArrayList<>();
        for (Counted one : List.of(FOLLOWED_UP, KEPT_GOING)) {
            for (Counted other : List.of(FOLLOWED_UP, KEPT_GOING)) {
                Set<Deed> kind = new HashSet<>(did(0, one));
                kind.addAll(did(1, other));
                kinds.add(kind);
            }
        }
        return new Group(people, List.of(first, then), kinds);
    }

    @SafeVarargs
    private static Group team(UUID team, int people, Set<Deed>... kinds) {
        return new Group(people, Collections.singletonList(team), List.of(kinds));
    }

    private static Set<Deed> did(Counted... these) {
        return did(0, these);
    }

    /** These, and what they are a part of. */
    private static Set<Deed> did(int quarter, Counted... these) {
        Set<Deed> kind = new HashSet<>();
        for (Counted one : these) {
            kind.add(new Deed(quarter, one));
            one.among().stream()
                    .filter(larger -> larger.measure() != Measure.EVERYONE)
                    .forEach(larger -> kind.add(new Deed(quarter, larger)));
        }
        return kind;
    }

    /** Took part by a guide, and has done or chosen these. */
    private static Set<Deed> by(List<Counted> guide, Counted... these) {
        Set<Deed> kind = did(these);
        kind.addAll(did(TOOK_PART));
        guide.forEach(topic -> kind.add(new Deed(0, topic.whoCould())));
        return kind;
    }

    private static Counted topic(String key) {
        return new Counted(Measure.TOPIC, new UUID(1, 1), key);
    }
}
