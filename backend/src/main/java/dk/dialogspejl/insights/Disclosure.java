package dk.dialogspejl.insights;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The rule that no figure singles anybody out (ADR 21): who is counted are five or more, and who is not are five or more or
 * nobody, in each group that they are known to be among; and all of that group could be counted. It holds for each team that is shown, for all others taken together
 * where the organisation is shown, and for each of those others as far as it can be told from this rule. Whatever can be worked
 * out, by adding and taking away, is a union of them, and so of five or more or of nobody.
 */
final class Disclosure {

    static final int FEWEST = 5;

    /**
     * How many there are in one team.
     *
     * @param team null for those who are in none
     * @param among how many there are of each of the ever larger groups that those counted are a part of
     * @param allCould whether all of the smallest of these groups could be counted: used a guide with the topic
     */
    record Count(UUID team, int people, List<Integer> among, boolean allCould) {

        Count(UUID team, int people, List<Integer> among) {
            this(team, people, among, true);
        }

        /** Anybody can count them. */
        boolean isOfEveryone() {
            return among.isEmpty();
        }

        boolean showsNobodyAlone() {
            return !isFew(people) && among.stream().noneMatch(all -> isFew(all - people));
        }

        Count and(Count other) {
            List<Integer> both = new ArrayList<>();
            for (int i = 0; i < among.size(); i++) {
                both.add(among.get(i) + other.among.get(i));
            }
            return new Count(null, people + other.people, both, allCould && other.allCould);
        }

        /** Were they so many. */
        Count with(int people) {
            return new Count(team, people, among, allCould);
        }
    }

    /**
     * What may be seen.
     *
     * @param organisation of the whole organisation, where that may be
     */
    record Shown(Map<UUID, Integer> teams, OptionalInt organisation) {}

    private Disclosure() {}

    /**
     * Of all that is counted in a quarter. What is a part of something is shown only where that is, or else it would tell of
     * what is not shown: five who kept going, of at least as many who followed up.
     *
     * @param counts for each of all teams, and of those who are in none: everybody is in just one of them
     */
    static Map<Counted, Shown> of(Map<Counted, List<Count>> counts) {
        Map<Counted, Shown> shown = new HashMap<>();
        counts.keySet().stream()
                .sorted(Comparator.comparing(counted -> counted.among().size()))
                .forEach(counted -> shown.put(
                        counted,
                        of(
                                counts.get(counted),
                                counted.among().stream()
                                        .filter(larger -> larger.measure() != Measure.EVERYONE)
                                        .findFirst()
                                        .map(shown::get)
                                        .orElse(null))));
        return shown;
    }

    /** Of one thing that is part of nothing that is counted, but everyone. */
    static Shown of(List<Count> counts) {
        return of(counts, null);
    }

    /** @param larger what is shown of what it is a part of; null where that does not matter */
    private static Shown of(List<Count> counts, Shown larger) {
        Map<UUID, Integer> teams = new LinkedHashMap<>();
        List<Count> rest = new ArrayList<>();
        for (Count count : counts) {
            if (isShown(count, larger)) {
                teams.put(count.team(), count.people());
            } else {
                rest.add(count);
            }
        }
        return new Shown(
                teams,
                counts.stream()
                        .reduce(Count::and)
                        .filter(all -> larger == null || larger.organisation().isPresent())
                        .filter(Disclosure::isEnough)
                        .filter(all -> rest.stream().reduce(Count::and).stream().allMatch(Disclosure::isEnough))
                        .filter(all -> all.isOfEveryone() || isUncertain(rest, larger))
                        .map(all -> OptionalInt.of(all.people()))
                        .orElse(OptionalInt.empty()));
    }

    private static boolean isShown(Count team, Shown larger) {
        return team.team() != null && (larger == null || larger.teams().containsKey(team.team())) && isEnough(team);
    }

    private static boolean isEnough(Count count) {
        return count.allCould() && count.people() >= FEWEST && count.showsNobodyAlone();
    }

    /**
     * Whether any of these teams may, for all that is told by their sum and by none of them being shown, have nobody or five
     * who are counted, and nobody or five who are not. It depends on nothing but what can be seen, so it tells nothing itself.
     */
    private static boolean isUncertain(List<Count> rest, Shown larger) {
        List<List<Integer>> unshown =
                rest.stream().map(team -> unshown(team, larger)).toList();
        int sum = rest.stream().mapToInt(Count::people).sum();
        BigInteger upToSum = BigInteger.ONE.shiftLeft(sum + 1).subtract(BigInteger.ONE);
        // The sums that those before a team can have, as bits, and those that they must have for the rest of it to come
        // out.
        List<BigInteger> before = new ArrayList<>(List.of(BigInteger.ONE));
        for (List<Integer> ofTeam : unshown) {
            before.add(any(ofTeam, before.get(before.size() - 1)::shiftLeft).and(upToSum));
        }
        BigInteger wanted = BigInteger.ONE.shiftLeft(sum);
        for (int at = rest.size() - 1; at >= 0; at--) {
            BigInteger reached = before.get(at);
            BigInteger wantedAfter = wanted;
            List<Integer> possible = unshown.get(at).stream()
                    .filter(people -> reached.shiftLeft(people).and(wantedAfter).signum() != 0)
                    .toList();
            if (tellsOfFew(rest.get(at), possible)) {
                return false;
            }
            wanted = any(unshown.get(at), wanted::shiftRight);
        }
        return true;
    }

    private static BigInteger any(List<Integer> people, IntFunction<BigInteger> sums) {
        return people.stream().map(sums::apply).reduce(BigInteger.ZERO, BigInteger::or);
    }

    /** How many it may be in a team that is not shown. */
    private static List<Integer> unshown(Count team, Shown larger) {
        return upTo(team)
                .filter(people -> !isShown(team.with(people), larger))
                .boxed()
                .toList();
    }

    /** Whether it is few who are counted, or few who are not, however many of these it is, and was not sure to be so anyway. */
    private static boolean tellsOfFew(Count team, List<Integer> possible) {
        return possible.stream().allMatch(Disclosure::isFew)
                || team.among().stream()
                        .anyMatch(all -> possible.stream().allMatch(people -> isFew(all - people))
                                && !upTo(team).allMatch(people -> isFew(all - people)));
    }

    private static IntStream upTo(Count team) {
        return IntStream.rangeClosed(0, team.among().get(0));
    }

    private static boolean isFew(int people) {
        return 0 < people && people < FEWEST;
    }
}
