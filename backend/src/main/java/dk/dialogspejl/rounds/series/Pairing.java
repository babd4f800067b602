package dk.dialogspejl.rounds.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Who is whose sparring partner: everyone has one, everyone is one, and nobody is their own. Two and two where it goes,
 * with a ring of three where they are odd; in longer rings where only those avoid the pairs of last time. Where nothing
 * avoids them all, as few as can be are repeated.
 */
final class Pairing {

    /** So many shuffles miss a pairing two and two, where there are some among many people, less than once in a lifetime. */
    private static final int SHUFFLES = 200;

    private static final int REPEATED = 1;
    private static final int ONESELF = 1_000_000;

    private final List<UUID> people;
    private final Map<UUID, UUID> lastPartners;
    private final Random random;

    private Pairing(List<UUID> people, Map<UUID, UUID> lastPartners, long seed) {
        this.people = new ArrayList<>(people);
        this.lastPartners = lastPartners;
        this.random = new Random(seed);
    }

    /**
     * The partner of each, in the order of the people.
     *
     * @param people two or more, each once
     * @param lastPartners who was whose partner last time; whoever has had none is not in it
     * @param seed the same seed gives the same pairs, another one others
     */
    static Map<UUID, UUID> of(List<UUID> people, Map<UUID, UUID> lastPartners, long seed) {
        if (people.size() < 2) {
            throw new IllegalArgumentException("A pair is two");
        }
        Map<UUID, UUID> partners = new Pairing(people, lastPartners, seed).partners();
        Map<UUID, UUID> inOrder = new LinkedHashMap<>();
        people.forEach(person -> inOrder.put(person, partners.get(person)));
        return inOrder;
    }

    private Map<UUID, UUID> partners() {
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Collections.shuffle(people, random);
            Map<UUID, UUID> partners = twoAndTwo();
            if (partners.entrySet().stream().noneMatch(pair -> isRepeated(pair.getKey(), pair.getValue()))) {
                return partners;
            }
        }
        return withFewestRepeated();
    }

    private boolean isRepeated(UUID person, UUID partner) {
        return partner.equals(lastPartners.get(person));
    }

    /** Neighbours; of an odd number, the last three in a ring. */
    private Map<UUID, UUID> twoAndTwo() {
        Map<UUID, UUID> partners = new LinkedHashMap<>();
        int ring = people.size() % 2 == 0 ? 0 : 3;
        int paired = people.size() - ring;
        for (int i = 0; i < paired; i += 2) {
            partners.put(people.get(i), people.get(i + 1));
            partners.put(people.get(i + 1), people.get(i));
        }
        for (int i = 0; i < ring; i++) {
            partners.put(people.get(paired + i), people.get(paired + (i + 1) % ring));
        }
        return partners;
    }

    /** An assignment of least cost, by the Hungarian method (Kuhn, 1955), with potentials; rows and columns from 1. */
    private Map<UUID, UUID> withFewestRepeated() {
        int n = people.size();
        int[] ofRow = new int[n + 1];
        int[] ofColumn = new int[n + 1];
        int[] rowAt = new int[n + 1];
        int[] cameFrom = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            rowAt[0] = row;
            int column = 0;
            int[] slack = new int[n + 1];
            Arrays.fill(slack, Integer.MAX_VALUE);
            boolean[] reached = new boolean[n + 1];
            do {
                reached[column] = true;
                int from = rowAt[column];
                int least = Integer.MAX_VALUE;
                int next = 0;
                for (int j = 1; j <= n; j++) {
                    if (reached[j]) {
                        continue;
                    }
                    int reduced = cost(from, j) - ofRow[from] - ofColumn[j];
                    if (reduced < slack[j]) {
                        slack[j] = reduced;
                        cameFrom[j] = column;
                    }
                    if (slack[j] < least) {
                        least = slack[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= n; j++) {
                    if (reached[j]) {
                        ofRow[rowAt[j]] += least;
                        ofColumn[j] -= least;
                    } else {
                        slack[j] -= least;
                    }
                }
                column = next;
            } while (rowAt[column] != 0);
            while (column != 0) {
                rowAt[column] = rowAt[cameFrom[column]];
                column = cameFrom[column];
            }
        }
        Map<UUID, UUID> partners = new LinkedHashMap<>();
        for (int column = 1; column <= n; column++) {
            partners.put(people.get(rowAt[column] - 1), people.get(column - 1));
        }
        return partners;
    }

    private int cost(int row, int column) {
        if (row == column) {
            return ONESELF;
        }
        return isRepeated(people.get(row - 1), people.get(column - 1)) ? REPEATED : 0;
    }
}
