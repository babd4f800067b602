package dk.dialogspejl.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.rounds.RoundPart;
import dk.dialogspejl.testing.AtOnce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final PresentPerson BO = new PresentPerson(new PersonRef(UUID.randomUUID(), "Bo"), null);

    private final AtomicInteger over = new AtomicInteger();
    private final Listener listener = new Listener(
            new RoundKey(UUID.randomUUID(), UUID.randomUUID()),
            UUID.randomUUID(),
            Instant.MAX,
            gone -> over.incrementAndGet());
    private final Client client = new Client();

    /** Takes what it asks for and remembers it; as slow as a test wants. */
    private static final class Client implements Flow.Subscriber<LiveEvent> {

        private final List<LiveEvent> events = new ArrayList<>();
        private Flow.Subscription subscription;
        private boolean completed;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(LiveEvent event) {
            assertFalse(completed, "nothing after the end");
            events.add(event);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            assertFalse(completed, "one end");
            completed = true;
        }
    }

    @Test
    void a_slow_client_gets_each_part_once_and_only_the_last_of_who_is_there() {
        listener.subscribe(client);
        for (int change = 0; change < 1000; change++) {
            listener.changed(EnumSet.of(RoundPart.SUMMARY));
            listener.changed(EnumSet.of(RoundPart.ROUND));
            listener.present(change % 2 == 0 ? List.of() : List.of(BO));
            listener.alive();
        }
        assertEquals(List.of(), client.events);
        client.subscription.request(Long.MAX_VALUE);
        assertEquals(
                List.of(
                        LiveEvent.present(List.of(BO)),
                        LiveEvent.changed(RoundPart.ROUND),
                        LiveEvent.changed(RoundPart.SUMMARY),
                        LiveEvent.ALIVE),
                client.events);
    }

    @Test
    void no_more_is_sent_than_asked_for() {
        listener.subscribe(client);
        client.subscription.request(1);
        listener.changed(EnumSet.allOf(RoundPart.class));
        assertEquals(1, client.events.size());
        client.subscription.request(2);
        assertEquals(3, client.events.size());
    }

    @Test
    void who_is_there_is_said_when_it_is_other_than_last_said_and_at_first_also_when_it_is_nobody() {
        listener.subscribe(client);
        client.subscription.request(Long.MAX_VALUE);
        listener.present(List.of());
        listener.present(List.of());
        listener.present(List.of(BO));
        listener.present(List.of(BO));
        assertEquals(List.of(LiveEvent.present(List.of()), LiveEvent.present(List.of(BO))), client.events);
    }

    @Test
    void who_came_and_went_before_it_could_be_said_is_not_mentioned() {
        listener.subscribe(client);
        client.subscription.request(1);
        listener.present(List.of());
        listener.present(List.of(BO));
        listener.present(List.of());
        client.subscription.request(5);
        assertEquals(List.of(LiveEvent.present(List.of())), client.events);
    }

    @Test
    void the_end_may_wait_for_what_is_still_to_be_said_or_not() {
        listener.subscribe(client);
        listener.changed(EnumSet.of(RoundPart.ROUND));
        listener.endAfterThat();
        assertFalse(client.completed);
        client.subscription.request(1);
        assertTrue(client.completed);
        assertEquals(List.of(LiveEvent.changed(RoundPart.ROUND)), client.events);
        assertTrue(over.get() > 0);
    }

    @Test
    void the_end_need_not_wait_for_a_client_that_takes_nothing() {
        listener.subscribe(client);
        listener.changed(EnumSet.of(RoundPart.ROUND));
        listener.endNow();
        assertTrue(client.completed);
        assertEquals(List.of(), client.events);
        assertTrue(over.get() > 0);
    }

    @Test
    void a_stream_that_ended_before_anybody_read_it_ends_at_once() {
        listener.changed(EnumSet.of(RoundPart.ROUND));
        listener.endNow();
        assertTrue(over.get() > 0, "it is not kept waiting for a reader");
        listener.subscribe(client);
        assertTrue(client.completed);
        assertEquals(List.of(), client.events);
    }

    @Test
    void with_other_participants_the_stream_begins_anew_also_if_that_was_heard_before_it_was_looked_up() {
        PersonRef anna = new PersonRef(UUID.randomUUID(), "Anna");
        listener.subscribe(client);
        client.subscription.request(5);
        listener.hearReaders(Set.of(anna.id()));
        assertFalse(client.completed);
        listener.admit(Map.of(anna.id(), anna));
        assertFalse(client.completed);
        listener.hearReaders(Set.of(anna.id(), BO.person().id()));
        assertTrue(client.completed);

        Listener later = new Listener(listener.round(), anna.id(), Instant.MAX, gone -> {});
        Client another = new Client();
        later.subscribe(another);
        later.hearReaders(Set.of(anna.id()));
        later.admit(Map.of(anna.id(), anna, BO.person().id(), BO.person()));
        assertTrue(another.completed);
    }

    @Test
    void a_client_that_has_gone_is_told_nothing() {
        listener.subscribe(client);
        client.subscription.request(5);
        client.subscription.cancel();
        listener.changed(EnumSet.of(RoundPart.ROUND));
        listener.endNow();
        assertEquals(List.of(), client.events);
        assertFalse(client.completed);
        assertTrue(over.get() > 0);
    }

    @Test
    void many_at_once_never_send_at_the_same_time_and_lose_nothing() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        listener.subscribe(new Flow.Subscriber<>() {
            private Flow.Subscription subscription;

            @Override
            public void onSubscribe(Flow.Subscription given) {
                subscription = given;
                subscription.request(1);
            }

            @Override
            public void onNext(LiveEvent event) {
                assertEquals(1, inside.incrementAndGet());
                sent.incrementAndGet();
                Thread.onSpinWait();
                inside.decrementAndGet();
                subscription.request(1);
            }

            @Override
            public void onError(Throwable failure) {
                throw new AssertionError(failure);
            }

            @Override
            public void onComplete() {}
        });
        List<Callable<Void>> tellers = new ArrayList<>();
        for (RoundPart part : RoundPart.values()) {
            tellers.add(() -> {
                for (int change = 0; change < 2000; change++) {
                    listener.changed(EnumSet.of(part));
                }
                return null;
            });
        }
        AtOnce.call(tellers);
        int before = sent.get();
        assertTrue(before >= RoundPart.values().length, before + " events");
        listener.changed(EnumSet.of(RoundPart.ROUND));
        assertEquals(before + 1, sent.get(), "nothing was left waiting");
    }
}
