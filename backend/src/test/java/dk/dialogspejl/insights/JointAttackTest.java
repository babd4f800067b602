package dk.dialogspejl.insights;

import static dk.dialogspejl.insights.SmallOrganisations.A;
import static dk.dialogspejl.insights.SmallOrganisations.B;
import static dk.dialogspejl.insights.SmallOrganisations.CLOSING;
import static dk.dialogspejl.insights.SmallOrganisations.FOLLOWED_UP;
import static dk.dialogspejl.insights.SmallOrganisations.NEEDS;
import static dk.dialogspejl.insights.SmallOrganisations.NOTHING;
import static dk.dialogspejl.insights.SmallOrganisations.OUTCOMES;
import static dk.dialogspejl.insights.SmallOrganisations.WELCOME;
import static dk.dialogspejl.insights.SmallOrganisations.by;
import static dk.dialogspejl.insights.SmallOrganisations.byTwoGuides;
import static dk.dialogspejl.insights.SmallOrganisations.did;
import static dk.dialogspejl.insights.SmallOrganisations.knownByName;
import static dk.dialogspejl.insights.SmallOrganisations.outcomesOf;
import static dk.dialogspejl.insights.SmallOrganisations.shown;
import static dk.dialogspejl.insights.SmallOrganisations.team;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dk.dialogspejl.insights.Disclosure.Count;
import dk.dialogspejl.insights.Disclosure.Shown;
import dk.dialogspejl.insights.JointAttack.Group;
import dk.dialogspejl.insights.JointAttack.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The attack of {@link JointDisclosureTest} succeeds where more is told than our rule tells. */
class JointAttackTest {

    @Test
    void the_attack_singles_people_out_where_every_number_is_shown() {
        somebodyIsSingledOut(
                counts -> each(counts, JointAttackTest::everything), List.of(team(A, 12, did(FOLLOWED_UP), NOTHING)));
    }

    @Test
    void the_attack_singles_people_out_where_only_those_counted_must_be_five() {
        somebodyIsSingledOut(
                counts -> each(counts, JointAttackTest::fiveAlone), List.of(team(A, 12, did(FOLLOWED_UP), NOTHING)));
    }

    @Test
    void the_attack_singles_people_out_where_what_is_left_of_the_organisation_is_safe_as_a_whole_alone() {
        somebodyIsSingledOut(
                counts -> each(counts, JointAttackTest::restAsAWhole),
                List.of(team(A, 12, did(FOLLOWED_UP), NOTHING), team(B, 12, did(FOLLOWED_UP), NOTHING)));
    }

    @Test
    void the_attack_singles_people_out_where_a_part_is_shown_of_what_is_not() {
        somebodyIsSingledOut(counts -> each(counts, Disclosure::of), List.of(outcomesOf(12)));
    }

    @Test
    void the_attack_singles_people_out_where_topics_are_shown_though_some_used_another_guide() {
        somebodyIsSingledOut(JointAttackTest::whoeverCould, knownByName(7, 7));
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

    private static void somebodyIsSingledOut(Rule rule, List<Group> groups) {
        assertNotEquals(List.of(), JointAttack.on(rule, groups).singledOut());
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
}
