package dk.dialogspejl.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.insights.Disclosure.Count;
import dk.dialogspejl.insights.Disclosure.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * A reader who adds and takes away all figures there are, and knows besides how many are in each team and how many of them
 * took part, never comes to one to four people: neither of those counted nor of those left over.
 */
class DisclosureTest {

    /** Of the figures that are shown, so many times each: added, taken away, or left out. */
    private static final int WAYS = 3;

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    private static long asked;
    private static long shown;

    @AfterContainer
    static void say() {
        System.out.printf("Disclosure: %d questions put to %d figures, nobody singled out%n", asked, shown);
        assertTrue(shown > 1_000, shown + " figures");
        assertTrue(asked > 100_000, asked + " questions");
    }

    /** Teams with those counted in them, the others who took part, and those who did not. */
    @Provide
    Arbitrary<List<Count>> organisations() {
        Arbitrary<Count> team = Combinators.combine(some(), some(), some())
                .as((people, others, rest) ->
                        new Count(UUID.randomUUID(), people, List.of(people + others, people + others + rest)));
        return team.list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .flatMap(teams ->
                        Arbitraries.of(true, false).map(someInNone -> someInNone ? withoutTeam(teams) : teams));
    }

    /** None, few, or enough. */
    private static Arbitrary<Integer> some() {
        return Arbitraries.of(0, 0, 0, 0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 12, 20);
    }

    /** The first of them are in no team. */
    private static List<Count> withoutTeam(List<Count> teams) {
        List<Count> counts = new ArrayList<>(teams);
        counts.set(
                0,
                new Count(
                        null,
                        teams.get(0).people(),
                        teams.get(0).among(),
                        teams.get(0).allCould()));
        return counts;
    }

    @Property(tries = 4_000)
    void nobody_is_singled_out_by_adding_and_taking_away(@ForAll("organisations") List<Count> counts) {
        Shown figures = Disclosure.of(counts);
        shown += figures.teams().size() + (figures.organisation().isPresent() ? 1 : 0);
        assertEquals(List.of(), singledOut(counts, figures));
    }

    @Property
    void what_is_shown_is_what_was_counted_and_of_five_or_more(@ForAll("organisations") List<Count> counts) {
        Shown figures = Disclosure.of(counts);
        for (Count count : counts) {
            Integer seen = count.team() == null ? null : figures.teams().get(count.team());
            assertTrue(seen == null || seen >= Disclosure.FEWEST && seen == count.people());
        }
        figures.organisation()
                .ifPresent(all ->
                        assertEquals(counts.stream().mapToInt(Count::people).sum(), all));
    }

    @Example
    void the_attack_singles_people_out_where_every_number_is_shown() {
        List<Count> threeOfTwelve = List.of(new Count(A, 3, List.of(12)));
        assertNotEquals(List.of(), singledOut(threeOfTwelve, everything(threeOfTwelve)));
        assertEquals(List.of(), singledOut(threeOfTwelve, Disclosure.of(threeOfTwelve)));
    }

    @Example
    void the_attack_singles_people_out_where_only_those_counted_must_be_five() {
        List<Count> allButTwo = List.of(new Count(A, 10, List.of(12)));
        assertNotEquals(List.of(), singledOut(allButTwo, fiveAlone(allButTwo)));
        assertEquals(List.of(), singledOut(allButTwo, Disclosure.of(allButTwo)));
    }

    @Example
    void the_attack_singles_people_out_where_each_figure_is_looked_at_by_itself() {
        List<Count> sixAndTwo = List.of(new Count(A, 6, List.of(12)), new Count(B, 2, List.of(8)));
        assertNotEquals(List.of(), singledOut(sixAndTwo, eachByItself(sixAndTwo)));
        assertEquals(List.of(), singledOut(sixAndTwo, Disclosure.of(sixAndTwo)));
    }

    @Example
    void a_team_of_which_all_or_none_are_left_over_is_shown_and_one_with_a_few_left_over_is_not() {
        UUID team = UUID.randomUUID();
        assertEquals(Map.of(team, 12), shown(new Count(team, 12, List.of(12))).teams());
        assertEquals(Map.of(team, 7), shown(new Count(team, 7, List.of(12))).teams());
        assertEquals(Map.of(), shown(new Count(team, 10, List.of(12))).teams());
        assertEquals(Map.of(), shown(new Count(team, 4, List.of(12))).teams());
        assertEquals(Map.of(), shown(new Count(team, 0, List.of(12))).teams());
        assertEquals(Map.of(), shown(new Count(team, 7, List.of(9, 12))).teams(), "two took part and are not in it");
    }

    @Example
    void the_organisation_is_not_shown_where_it_would_tell_of_a_small_team() {
        Count large = new Count(UUID.randomUUID(), 6, List.of(12));
        assertEquals(
                OptionalInt.empty(),
                shown(large, new Count(UUID.randomUUID(), 2, List.of(3))).organisation());
        assertEquals(
                OptionalInt.of(11),
                shown(large, new Count(UUID.randomUUID(), 5, List.of(11))).organisation());
        Count four = new Count(UUID.randomUUID(), 4, List.of(4));
        assertEquals(
                OptionalInt.of(8), shown(four, new Count(null, 4, List.of(10))).organisation(), "eight, as one");
    }

    private static Shown shown(Count... counts) {
        return Disclosure.of(List.of(counts));
    }

    private static Shown everything(List<Count> counts) {
        Map<UUID, Integer> teams = new HashMap<>();
        counts.stream().filter(count -> count.team() != null).forEach(count -> teams.put(count.team(), count.people()));
        return new Shown(
                teams, OptionalInt.of(counts.stream().mapToInt(Count::people).sum()));
    }

    private static Shown fiveAlone(List<Count> counts) {
        Shown all = everything(counts);
        all.teams().values().removeIf(people -> people < Disclosure.FEWEST);
        return all.organisation().getAsInt() < Disclosure.FEWEST ? new Shown(all.teams(), OptionalInt.empty()) : all;
    }

    private static Shown eachByItself(List<Count> counts) {
        Count all = counts.stream().reduce(Count::and).orElseThrow();
        boolean showable = all.people() >= Disclosure.FEWEST && all.showsNobodyAlone();
        return new Shown(Disclosure.of(counts).teams(), showable ? OptionalInt.of(all.people()) : OptionalInt.empty());
    }

    /** The groups of one to four that can be worked out: each a sum of figures that leaves every team whole or out. */
    private static List<String> singledOut(List<Count> counts, Shown figures) {
        List<int[]> equations = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        for (int at = 0; at < counts.size(); at++) {
            UUID team = counts.get(at).team();
            if (team != null && figures.teams().containsKey(team)) {
                int[] equation = new int[counts.size()];
                equation[at] = 1;
                equations.add(equation);
                values.add(figures.teams().get(team));
            }
        }
        if (figures.organisation().isPresent()) {
            int[] equation = new int[counts.size()];
            Arrays.fill(equation, 1);
            equations.add(equation);
            values.add(figures.organisation().getAsInt());
        }
        List<String> found = new ArrayList<>();
        long questions = Math.round(Math.pow(WAYS, equations.size()));
        for (long question = 1; question < questions; question++) {
            int[] group = new int[counts.size()];
            int people = 0;
            long rest = question;
            for (int figure = 0; figure < equations.size(); figure++) {
                int times = (int) (rest % WAYS) - 1;
                rest /= WAYS;
                people += times * values.get(figure);
                for (int at = 0; at < group.length; at++) {
                    group[at] += times * equations.get(figure)[at];
                }
            }
            asked++;
            if (Arrays.stream(group).allMatch(in -> in == 0 || in == 1) && tells(counts, group, people)) {
                found.add(Arrays.toString(group) + ": " + people);
            }
        }
        return found;
    }

    /** Of the teams in the group so many are counted: whether they, or those left over in it, are few. */
    private static boolean tells(List<Count> counts, int[] group, int people) {
        boolean few = few(people);
        for (int larger = 0; larger < counts.get(0).among().size(); larger++) {
            int all = 0;
            for (int at = 0; at < group.length; at++) {
                all += group[at] * counts.get(at).among().get(larger);
            }
            few |= few(all - people);
        }
        return few;
    }

    private static boolean few(int people) {
        return 0 < people && people < Disclosure.FEWEST;
    }
}
