package dk.dialogspejl.insights;

import dk.dialogspejl.insights.Disclosure.Count;
import dk.dialogspejl.insights.Disclosure.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The strongest reader there is: who sees all figures of all teams and quarters side by side, and knows the rule, everybody's
 * team, and what follows from what. For a small organisation every way is gone through in which people can have done things, and
 * those that give the same figures are put together: what holds in all of them, the reader knows.
 *
 * <p>A question is how many of some groups are of some kinds, and every choice of groups and kinds is asked about. Somebody is
 * singled out where the answer is sure to be one to four, and was not without the figures. A figure in which all are counted
 * tells that of all of them, as it is meant to: that is taken for known.
 */
final class JointAttack {

    /** Something that one may have done in a quarter. */
    record Deed(int quarter, Counted counted) {}

    /**
     * People who cannot be told from each other.
     *
     * @param teams theirs in each quarter; null for none
     * @param kinds what one of them may have done: each is of one kind
     */
    record Group(int people, List<UUID> teams, List<Set<Deed>> kinds) {}

    /** What came of it. */
    record Outcome(long ways, long asked, List<String> singledOut) {}

    /** How many did something in a team. */
    private record Cell(Deed deed, UUID team) {}

    /** Figures, and those of them that are of all there are. */
    private record Told(List<Map<Counted, Shown>> figures, Set<Integer> ofAll) {}

    /** Where an answer is added. */
    private record Places(Range told, Range ofAll) {}

    /** For each question, the least and the most that its answer can be. */
    private static final class Range {
        private final int[] least;
        private final int[] most;

        Range(int questions) {
            least = new int[questions];
            most = new int[questions];
            Arrays.fill(least, Integer.MAX_VALUE);
        }

        void add(int[] answers) {
            for (int question = 0; question < least.length; question++) {
                least[question] = Math.min(least[question], answers[question]);
                most[question] = Math.max(most[question], answers[question]);
            }
        }

        void add(Range other) {
            add(other.least);
            add(other.most);
        }

        boolean isFew(int question) {
            return least[question] > 0 && most[question] < Disclosure.FEWEST;
        }
    }

    private final Rule rule;
    private final List<Group> groups;
    private final List<Set<Deed>> kinds;
    private final int questions;
    private final List<Cell> cells;

    /** Of each cell, where those are that it is a part of. */
    private final List<List<Integer>> larger;

    private final boolean[][][] inCell;
    private final int[][] numbers;
    private final Map<List<Integer>, Places> placesOfCounts = new HashMap<>();
    private final Map<Told, Range> told = new HashMap<>();
    private final Map<Set<Integer>, Range> ofAll = new HashMap<>();
    private long ways;

    /** What is told of what is counted in a quarter. */
    interface Rule {
        Map<Counted, Shown> of(Map<Counted, List<Count>> counts);
    }

    private JointAttack(Rule rule, List<Group> groups) {
        this.rule = rule;
        this.groups = groups;
        kinds = groups.stream()
                .flatMap(group -> group.kinds().stream())
                .distinct()
                .toList();
        questions = (1 << groups.size()) << kinds.size();
        numbers = new int[groups.size()][kinds.size()];
        Set<Cell> all = new LinkedHashSet<>();
        for (Group group : groups) {
            for (int quarter = 0; quarter < group.teams().size(); quarter++) {
                UUID team = group.teams().get(quarter);
                all.add(new Cell(new Deed(quarter, Counted.of(Measure.EVERYONE)), team));
                for (Set<Deed> kind : kinds) {
                    for (Deed deed : kind) {
                        if (deed.quarter() == quarter) {
                            all.add(new Cell(deed, team));
                        }
                    }
                }
            }
        }
        cells = List.copyOf(all);
        larger = cells.stream()
                .map(cell -> cell.deed().counted().among().stream()
                        .map(one -> cells.indexOf(new Cell(new Deed(cell.deed().quarter(), one), cell.team())))
                        .toList())
                .toList();
        inCell = new boolean[cells.size()][groups.size()][kinds.size()];
        for (int cell = 0; cell < inCell.length; cell++) {
            for (int group = 0; group < numbers.length; group++) {
                for (int kind = 0; kind < kinds.size(); kind++) {
                    inCell[cell][group][kind] = isIn(cells.get(cell), groups.get(group))
                            && did(kinds.get(kind), cells.get(cell).deed());
                }
            }
        }
    }

    static Outcome on(Rule rule, List<Group> groups) {
        JointAttack attack = new JointAttack(rule, groups);
        attack.goThrough(0, 0, groups.get(0).people());
        return attack.outcome();
    }

    /** Every way to be of these kinds, of the people who are left in this group and in those after it. */
    private void goThrough(int group, int kind, int left) {
        List<Set<Deed>> may = groups.get(group).kinds();
        int[] ofGroup = numbers[group];
        int at = kinds.indexOf(may.get(kind));
        if (kind < may.size() - 1) {
            for (int people = 0; people <= left; people++) {
                ofGroup[at] = people;
                goThrough(group, kind + 1, left - people);
            }
            return;
        }
        ofGroup[at] = left;
        if (group < groups.size() - 1) {
            goThrough(group + 1, 0, groups.get(group + 1).people());
            return;
        }
        ways++;
        Places places = placesOfCounts.computeIfAbsent(counts(), this::places);
        int[] answers = answers();
        places.told().add(answers);
        places.ofAll().add(answers);
    }

    /** How many there are in each cell. */
    private List<Integer> counts() {
        List<Integer> counts = new ArrayList<>();
        for (boolean[][] inIt : inCell) {
            int people = 0;
            for (int group = 0; group < numbers.length; group++) {
                for (int kind = 0; kind < numbers[group].length; kind++) {
                    people += inIt[group][kind] ? numbers[group][kind] : 0;
                }
            }
            counts.add(people);
        }
        return counts;
    }

    private static boolean isIn(Cell cell, Group group) {
        return Objects.equals(group.teams().get(cell.deed().quarter()), cell.team());
    }

    private static boolean did(Set<Deed> kind, Deed deed) {
        return deed.counted().measure() == Measure.EVERYONE || kind.contains(deed);
    }

    /** Of each question: a choice of groups, and within it a choice of kinds. */
    private int[] answers() {
        int[] answers = new int[questions];
        int choices = 1 << kinds.size();
        for (int chosen = 1; chosen < 1 << groups.size(); chosen++) {
            int last = chosen & (chosen - 1);
            int group = Integer.numberOfTrailingZeros(chosen);
            for (int choice = 1; choice < choices; choice++) {
                answers[chosen * choices + choice] = last > 0
                        ? answers[last * choices + choice] + answers[(chosen - last) * choices + choice]
                        : answers[chosen * choices + (choice & (choice - 1))]
                                + numbers[group][Integer.numberOfTrailingZeros(choice)];
            }
        }
        return answers;
    }

    private Places places(List<Integer> counts) {
        Told figures = told(counts);
        return new Places(
                told.computeIfAbsent(figures, one -> new Range(questions)),
                ofAll.computeIfAbsent(ofAll(counts, cell -> true), one -> new Range(questions)));
    }

    private Told told(List<Integer> counts) {
        List<Map<Counted, Shown>> figures = new ArrayList<>();
        for (int quarter = 0; quarter < groups.get(0).teams().size(); quarter++) {
            Map<Counted, Shown> ofIt = new HashMap<>(rule.of(counted(quarter, counts)));
            ofIt.values()
                    .removeIf(shown ->
                            shown.teams().isEmpty() && shown.organisation().isEmpty());
            figures.add(ofIt);
        }
        return new Told(figures, ofAll(counts, cell -> isTold(cell, figures)));
    }

    private boolean isTold(Cell cell, List<Map<Counted, Shown>> figures) {
        Shown shown = figures.get(cell.deed().quarter()).get(cell.deed().counted());
        return isKnownByName(cell) || shown != null && shown.teams().containsKey(cell.team());
    }

    private boolean isKnownByName(Cell cell) {
        return groups.stream()
                .filter(group -> isIn(cell, group))
                .allMatch(group -> group.kinds().stream()
                                .map(kind -> did(kind, cell.deed()))
                                .distinct()
                                .count()
                        == 1);
    }

    /** As the database counts it: nothing where nobody did it in any team. */
    private Map<Counted, List<Count>> counted(int quarter, List<Integer> counts) {
        Map<Counted, List<Count>> counted = new HashMap<>();
        for (int at = 0; at < cells.size(); at++) {
            Cell cell = cells.get(at);
            if (cell.deed().quarter() == quarter) {
                List<Integer> among = larger.get(at).stream().map(counts::get).toList();
                counted.computeIfAbsent(cell.deed().counted(), one -> new ArrayList<>())
                        .add(new Count(cell.team(), counts.get(at), among, allCould(cell, among, counts)));
            }
        }
        counted.values().removeIf(ofIt -> ofIt.stream().allMatch(count -> count.people() == 0));
        return counted;
    }

    private boolean allCould(Cell cell, List<Integer> among, List<Integer> counts) {
        Deed deed = cell.deed();
        return deed.counted().measure() != Measure.TOPIC
                || counts.get(cells.indexOf(
                                new Cell(new Deed(deed.quarter(), deed.counted().whoCould()), cell.team())))
                        .equals(among.get(0));
    }

    /** What all of a team did, or all of those in it who did something larger. */
    private Set<Integer> ofAll(List<Integer> counts, Predicate<Cell> isTold) {
        Set<Integer> all = new HashSet<>();
        for (int at = 0; at < cells.size(); at++) {
            if (isTold.test(cells.get(at))) {
                for (int of : larger.get(at)) {
                    if (counts.get(at).equals(counts.get(of)) && isTold.test(cells.get(of))) {
                        all.add(at * cells.size() + of);
                    }
                }
            }
        }
        return all;
    }

    private Outcome outcome() {
        List<String> found = new ArrayList<>();
        Map<Set<Integer>, Range> known = new HashMap<>();
        told.forEach((figures, range) -> {
            Range before = known.computeIfAbsent(figures.ofAll(), this::known);
            for (int question = 0; question < questions; question++) {
                if (range.isFew(question) && !before.isFew(question)) {
                    found.add(say(question) + " is " + range.least[question] + " to " + range.most[question] + ", by "
                            + figures.figures());
                }
            }
        });
        return new Outcome(ways, (long) told.size() * questions, found);
    }

    /** What holds in every way in which these did all that there is. */
    private Range known(Set<Integer> these) {
        Range known = new Range(questions);
        ofAll.forEach((those, range) -> {
            if (those.containsAll(these)) {
                known.add(range);
            }
        });
        return known;
    }

    private String say(int question) {
        int choices = 1 << kinds.size();
        return "Of the groups " + Integer.toBinaryString(question / choices) + " those who are "
                + IntStream.range(0, kinds.size())
                        .filter(kind -> (question % choices & 1 << kind) != 0)
                        .mapToObj(kinds::get)
                        .toList();
    }
}
