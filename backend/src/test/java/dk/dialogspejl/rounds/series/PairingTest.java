package dk.dialogspejl.rounds.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever they are, and whoever they were with last time, everybody gets a partner as well as it can be done. */
class PairingTest {

    private static List<UUID> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UUID(0, i)).toList();
    }

    /** Some have had a partner before, and of few people some were much asked for. */
    private static Map<UUID, UUID> lastTime(List<UUID> people, long seed) {
        Random random = new Random(seed);
        int askedFor = 1 + random.nextInt(people.size());
        Map<UUID, UUID> last = new HashMap<>();
        for (UUID person : people) {
            UUID partner = people.get(random.nextInt(askedFor));
            if (!partner.equals(person) && random.nextInt(4) > 0) {
                last.put(person, partner);
            }
        }
        return last;
    }

    private static long repeated(Map<UUID, UUID> partners, Map<UUID, UUID> last) {
        return partners.entrySet().stream()
                .filter(pair -> pair.getValue().equals(last.get(pair.getKey())))
                .count();
    }

    @Property
    void everybody_has_one_partner_and_is_one_partner_and_never_their_own(
            @ForAll @IntRange(min = 2, max = 300) int count, @ForAll long seed) {
        List<UUID> people = people(count);
        Map<UUID, UUID> partners = Pairing.of(people, lastTime(people, seed), seed);
        assertEquals(people, List.copyOf(partners.keySet()));
        assertEquals(new HashSet<>(people), new HashSet<>(partners.values()));
        partners.forEach((person, partner) -> assertNotEquals(person, partner));
    }

    @Property
    void the_same_seed_gives_the_same_pairs(@ForAll @IntRange(min = 2, max = 300) int count, @ForAll long seed) {
        List<UUID> people = people(count);
        Map<UUID, UUID> last = lastTime(people, seed);
        assertEquals(Pairing.of(people, last, seed), Pairing.of(people, last, seed));
    }

    /** Against all the pairings there are. */
    @Property
    void of_few_people_no_more_are_repeated_than_must_be(
            @ForAll @IntRange(min = 2, max = 7) int count, @ForAll long seed) {
        List<UUID> people = people(count);
        Map<UUID, UUID> last = lastTime(people, seed);
        assertEquals(fewest(people, last, new ArrayList<>()), repeated(Pairing.of(people, last, seed), last));
    }

    private static long fewest(List<UUID> people, Map<UUID, UUID> last, List<UUID> chosen) {
        if (chosen.size() == people.size()) {
            return 0;
        }
        UUID person = people.get(chosen.size());
        long fewest = Integer.MAX_VALUE;
        for (UUID partner : people) {
            if (!partner.equals(person) && !chosen.contains(partner)) {
                chosen.add(partner);
                long here = partner.equals(last.get(person)) ? 1 : 0;
                fewest = Math.min(fewest, here + fewest(people, last, chosen));
                chosen.remove(chosen.size() - 1);
            }
        }
        return fewest;
    }

    /** Of so many, where each has had at most one, there is always a pairing without: two derangements differ. */
    @Property
    void of_many_people_none_is_repeated_when_each_was_one_partner_last_time(
            @ForAll @IntRange(min = 4, max = 300) int count, @ForAll long seed) {
        List<UUID> people = people(count);
        Map<UUID, UUID> last = Pairing.of(people, Map.of(), seed);
        assertEquals(0, repeated(Pairing.of(people, last, seed), last));
    }

    @Property
    void where_they_were_not_paired_before_they_are_two_and_two_but_for_one_ring_of_three(
            @ForAll @IntRange(min = 2, max = 300) int count, @ForAll long seed) {
        Map<UUID, UUID> partners = Pairing.of(people(count), Map.of(), seed);
        Set<UUID> inRing = new HashSet<>(partners.keySet());
        inRing.removeIf(person -> partners.get(partners.get(person)).equals(person));
        assertEquals(count % 2 == 0 ? 0 : 3, inRing.size());
    }

    /** Everybody had the same partner: one has it again, and no more. */
    @Example
    void where_it_cannot_be_avoided_one_is_repeated() {
        List<UUID> people = people(300);
        Map<UUID, UUID> last = new HashMap<>();
        people.subList(1, 300).forEach(person -> last.put(person, people.get(0)));
        assertEquals(1, repeated(Pairing.of(people, last, 7), last));
    }

    @Example
    void another_seed_gives_other_pairs() {
        List<UUID> people = people(40);
        assertNotEquals(Pairing.of(people, Map.of(), 0), Pairing.of(people, Map.of(), 1));
        assertTrue(Pairing.of(people, Map.of(), 0).containsKey(people.get(0)));
    }
}
