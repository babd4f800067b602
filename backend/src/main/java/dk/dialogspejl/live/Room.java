package dk.dialogspejl.live;

import dk.dialogspejl.organisation.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A round that somebody has open with this instance: their streams, and who else is there, with whichever instance.
 * Nothing in here is safe for several threads, nor does it tell the other instances anything: that is {@link Rooms}'.
 */
final class Room {

    /** How long somebody elsewhere counts as there after their instance last said so. */
    static final Duration RENEWED_WITHIN = Duration.ofSeconds(25);

    /** How long somebody here counts as there after their last stream ended: long enough to open the next one. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private final UUID here;
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private final Map<Place, Stay> stays = new HashMap<>();

    private record Place(UUID instance, UUID person) {}

    /** @param until exclusive; {@link Instant#MAX} while a stream is open here */
    private record Stay(String field, Instant heardAt, Instant until) {}

    /** @param here the instance this is in */
    Room(UUID here) {
        this.here = here;
    }

    // --- streams ---

    void add(Listener listener) {
        listeners.add(listener);
    }

    /** A copy, as telling a listener may make it leave. */
    List<Listener> listeners() {
        return List.copyOf(listeners);
    }

    /** @return whether this was the person's last stream here, so that they are now about to be gone */
    boolean remove(Listener listener, Instant now) {
        boolean was = listeners.remove(listener);
        Stay stay = stays.get(new Place(here, listener.person()));
        boolean last = was
                && stay != null
                && listeners.stream().noneMatch(other -> other.person().equals(listener.person()));
        if (last) {
            stays.put(new Place(here, listener.person()), new Stay(stay.field(), stay.heardAt(), now.plus(GRACE)));
        }
        return last;
    }

    /** Whether there is nothing to remember: nobody listens here or has just stopped. */
    boolean isEmpty() {
        return listeners.isEmpty() && peopleHere().isEmpty();
    }

    // --- presence ---

    /** Somebody has opened a stream here; what they were writing in a moment ago is kept. */
    void come(UUID person, Instant now) {
        Stay before = stays.get(new Place(here, person));
        stays.put(new Place(here, person), new Stay(before == null ? null : before.field(), now, Instant.MAX));
    }

    /**
     * Somebody writes in another field now.
     *
     * @return whether they are there here, so that it is for this instance to say so
     */
    boolean write(UUID person, String field, Instant now) {
        Stay stay = stays.computeIfPresent(
                new Place(here, person), (place, before) -> new Stay(field, now, before.until()));
        return stay != null;
    }

    /** Another instance says that somebody is there with it. */
    void hear(UUID instance, UUID person, String field, Instant now) {
        stays.put(new Place(instance, person), new Stay(field, now, now.plus(RENEWED_WITHIN)));
    }

    /** Another instance says that somebody has gone from it. */
    void forget(UUID instance, UUID person) {
        stays.remove(new Place(instance, person));
    }

    boolean hasExpired(Instant now) {
        return stays.values().stream().anyMatch(stay -> !now.isBefore(stay.until()));
    }

    /** Forgets whose time is over. @return who of them was here */
    List<UUID> expire(Instant now) {
        List<UUID> gone = stays.entrySet().stream()
                .filter(entry -> entry.getKey().instance().equals(here))
                .filter(entry -> !now.isBefore(entry.getValue().until()))
                .map(entry -> entry.getKey().person())
                .toList();
        stays.values().removeIf(stay -> !now.isBefore(stay.until()));
        return gone;
    }

    Set<UUID> peopleHere() {
        Set<UUID> people = new LinkedHashSet<>();
        stays.keySet().stream()
                .filter(place -> place.instance().equals(here))
                .forEach(place -> people.add(place.person()));
        return people;
    }

    boolean isHere(UUID person) {
        return stays.containsKey(new Place(here, person));
    }

    /** What somebody here writes in; null for nothing. */
    String fieldHere(UUID person) {
        Stay stay = stays.get(new Place(here, person));
        return stay == null ? null : stay.field();
    }

    /** Tells each stream who else is there. */
    void tellPresent() {
        listeners().forEach(listener -> {
            if (!listener.readers().isEmpty()) {
                listener.present(presentTo(listener));
            }
        });
    }

    /** Only people the listener knows to take part in the round, never themself. */
    private List<PresentPerson> presentTo(Listener listener) {
        return listener.readers().values().stream()
                .filter(reader -> !reader.id().equals(listener.person()))
                .sorted(Comparator.comparing(PersonRef::id))
                .map(reader -> lastHeard(reader.id())
                        .map(stay -> new PresentPerson(reader, stay.field()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<Stay> lastHeard(UUID person) {
        return stays.entrySet().stream()
                .filter(entry -> entry.getKey().person().equals(person))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(Stay::heardAt));
    }
}
