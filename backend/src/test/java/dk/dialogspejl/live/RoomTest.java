package dk.dialogspejl.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.organisation.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final PersonRef ANNA = new PersonRef(UUID.randomUUID(), "Anna");
    private static final PersonRef BO = new PersonRef(UUID.randomUUID(), "Bo");
    private static final UUID HERE = UUID.randomUUID();
    private static final UUID THERE = UUID.randomUUID();
    private static final UUID YONDER = UUID.randomUUID();

    private final Room room = new Room(HERE);
    private final Listener anna = listener(ANNA);
    private List<PresentPerson> seenByAnna;

    private static Listener listener(PersonRef person) {
        Listener listener =
                new Listener(new RoundKey(UUID.randomUUID(), UUID.randomUUID()), person.id(), Instant.MAX, gone -> {});
        listener.admit(Map.of(ANNA.id(), ANNA, BO.id(), BO));
        return listener;
    }

    private Listener opens(PersonRef person, Instant at) {
        Listener listener = listener(person);
        room.add(listener);
        room.come(person.id(), at);
        return listener;
    }

    private List<PresentPerson> annaSees() {
        if (seenByAnna == null) {
            room.add(anna);
            room.come(ANNA.id(), NOW);
            anna.subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscription.request(Long.MAX_VALUE);
                }

                @Override
                public void onNext(LiveEvent event) {
                    seenByAnna = event.people();
                }

                @Override
                public void onError(Throwable failure) {
                    throw new AssertionError(failure);
                }

                @Override
                public void onComplete() {}
            });
        }
        room.tellPresent();
        return seenByAnna;
    }

    @Test
    void somebody_elsewhere_is_there_for_25_seconds_after_last_being_heard_of() {
        assertEquals(List.of(), annaSees());
        room.hear(THERE, BO.id(), null, NOW);
        assertEquals(List.of(new PresentPerson(BO, null)), annaSees());
        room.hear(THERE, BO.id(), null, NOW.plusSeconds(10));
        assertFalse(room.hasExpired(NOW.plusSeconds(34)));
        assertTrue(room.hasExpired(NOW.plusSeconds(35)));
        assertEquals(List.of(), room.expire(NOW.plusSeconds(35)), "it is for the other instance to say");
        assertEquals(List.of(), annaSees());
        assertEquals(Duration.ofSeconds(25), Room.RENEWED_WITHIN);
    }

    @Test
    void somebody_with_two_instances_is_one_person_writing_where_was_last_heard() {
        room.hear(THERE, BO.id(), "learning", NOW);
        room.hear(YONDER, BO.id(), "workedWell", NOW.plusSeconds(1));
        assertEquals(List.of(new PresentPerson(BO, "workedWell")), annaSees());
        room.forget(YONDER, BO.id());
        assertEquals(List.of(new PresentPerson(BO, "learning")), annaSees());
    }

    @Test
    void somebody_here_goes_a_moment_after_their_last_stream() {
        Listener one = opens(BO, NOW);
        Listener two = opens(BO, NOW);
        assertTrue(room.write(BO.id(), "workedWell", NOW));
        assertFalse(room.remove(one, NOW));
        assertFalse(room.hasExpired(NOW.plus(Duration.ofDays(1))));
        assertTrue(room.remove(two, NOW));
        assertEquals(List.of(new PresentPerson(BO, "workedWell")), annaSees());
        assertEquals(List.of(BO.id()), room.expire(NOW.plus(Room.GRACE)));
        assertEquals(List.of(), annaSees());
    }

    @Test
    void somebody_who_opens_again_in_that_moment_has_not_gone_nor_stopped_writing() {
        room.remove(opens(BO, NOW), NOW);
        room.write(BO.id(), "workedWell", NOW);
        opens(BO, NOW.plusSeconds(1));
        assertEquals(List.of(), room.expire(NOW.plusSeconds(60)));
        assertEquals("workedWell", room.fieldHere(BO.id()));
    }

    @Test
    void a_stream_that_was_never_admitted_leaves_no_trace() {
        Listener refused = listener(BO);
        room.add(refused);
        assertEquals(Set.of(), room.peopleHere());
        assertFalse(room.remove(refused, NOW));
        assertTrue(room.isEmpty());
    }

    @Test
    void a_room_is_kept_for_people_here_and_not_for_people_elsewhere() {
        room.hear(THERE, BO.id(), null, NOW);
        assertTrue(room.isEmpty());
        Listener bo = opens(BO, NOW);
        assertFalse(room.isEmpty());
        room.remove(bo, NOW);
        assertFalse(room.isEmpty(), "a moment longer");
        room.expire(NOW.plus(Room.GRACE));
        assertTrue(room.isEmpty());
    }

    @Test
    void writing_shows_only_for_people_here() {
        assertFalse(room.write(BO.id(), "workedWell", NOW));
        assertNull(room.fieldHere(BO.id()));
        assertEquals(List.of(), annaSees());
    }
}
