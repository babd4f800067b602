package dk.dialogspejl.insights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The rule that no figure singles anybody out (ADR 21): who is counted are five or more, and who is not are five or more or
 * nobody, in each group that they are known to be among. It holds for each team that is shown, and for all others taken
 * together where the organisation is shown. Whatever can be worked out from these, by adding and taking away, is a union of
 * them, and so of five or more or of nobody.
 */
final class Disclosure {

    static final int FEWEST = 5;

    /**
     * How many there are in one team.
     *
     * @param team null for those who are in none
     * @param among how many there are of each of the groups that those counted are a part of
     */
    record Count(UUID team, int people, List<Integer> among) {

        boolean showsNobodyAlone() {
            return !isFew(people) && among.stream().noneMatch(all -> isFew(all - people));
        }

        Count and(Count other) {
            List<Integer> both = new ArrayList<>();
            for (int i = 0; i < among.size(); i++) {
                both.add(among.get(i) + other.among.get(i));
            }
            return new Count(null, people + other.people, both);
        }

        private static boolean isFew(int people) {
            return 0 < people && people < FEWEST;
        }
    }

    /**
     * What may be seen.
     *
     * @param organisation of the whole organisation, where that may be
     */
    record Shown(Map<UUID, Integer> teams, OptionalInt organisation) {}

    private Disclosure() {}

    /** @param counts of all teams, and of those who are in none: everybody is in just one of them */
    static Shown of(List<Count> counts) {
        Map<UUID, Integer> teams = new LinkedHashMap<>();
        Count all = null;
        Count rest = null;
        for (Count count : counts) {
            all = all == null ? count : all.and(count);
            if (count.team() != null && isShown(count)) {
                teams.put(count.team(), count.people());
            } else {
                rest = rest == null ? count : rest.and(count);
            }
        }
        boolean organisation = all != null && isShown(all) && (rest == null || rest.showsNobodyAlone());
        return new Shown(teams, organisation ? OptionalInt.of(all.people()) : OptionalInt.empty());
    }

    private static boolean isShown(Count count) {
        return count.people() >= FEWEST && count.showsNobodyAlone();
    }
}
