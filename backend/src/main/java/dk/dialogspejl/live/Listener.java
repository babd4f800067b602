package dk.dialogspejl.live;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.rounds.RoundPart;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One open stream: one person, in one tab. What has not been sent yet is kept as a state and not as a queue, so a
 * slow client costs no more than a quick one: a part changes once however often, and of who is there only the last
 * counts.
 */
final class Listener implements Flow.Publisher<LiveEvent>, Flow.Subscription {

    private final RoundKey round;
    private final UUID person;
    private final Instant until;
    private final Consumer<Listener> whenOver;

    // What is still to be sent, and what has been.
    private final Set<RoundPart> changed = EnumSet.noneOf(RoundPart.class);
    private Map<UUID, PersonRef> readers = Map.of();
    private Set<UUID> readersNow;
    private List<PresentPerson> present;
    private List<PresentPerson> presentAsSent;
    private boolean alive;
    private boolean ending;
    private boolean over;

    private Flow.Subscriber<? super LiveEvent> subscriber;
    private long demand;

    /** Above zero while one thread is sending; others leave it their work, so no lock is held while sending. */
    private final AtomicInteger toSend = new AtomicInteger();

    /**
     * @param until when the access token ends, and the stream with it
     * @param whenOver called when it is over, maybe more than once
     */
    Listener(RoundKey round, UUID person, Instant until, Consumer<Listener> whenOver) {
        this.round = round;
        this.person = person;
        this.until = until;
        this.whenOver = whenOver;
    }

    RoundKey round() {
        return round;
    }

    UUID person() {
        return person;
    }

    /** Half-open: at this moment it is too late. */
    Instant until() {
        return until;
    }

    /** Who takes part in the round, by id; empty until the listener has been found to be one of them. */
    synchronized Map<UUID, PersonRef> readers() {
        return readers;
    }

    void admit(Map<UUID, PersonRef> found) {
        tell(() -> {
            readers = found;
            endIfReadersDiffer();
        });
    }

    /** Who takes part now. With others than were looked up, the stream ends to begin anew with them. */
    void hearReaders(Set<UUID> now) {
        tell(() -> {
            readersNow = now;
            endIfReadersDiffer();
        });
    }

    /** Also when the change was heard while they were being looked up. */
    private void endIfReadersDiffer() {
        ending |= readersNow != null && !readers.isEmpty() && !readersNow.equals(readers.keySet());
    }

    // --- what there is to tell ---

    void changed(Set<RoundPart> parts) {
        tell(() -> changed.addAll(parts));
    }

    void present(List<PresentPerson> people) {
        tell(() -> present = people.equals(presentAsSent) ? null : people);
    }

    void alive() {
        tell(() -> alive = true);
    }

    /** Once what there is to tell has been told. */
    void endAfterThat() {
        tell(() -> ending = true);
    }

    void endNow() {
        tell(() -> {
            ending = true;
            changed.clear();
            present = null;
        });
        whenOver.accept(this); // also where nobody has begun to read the stream yet
    }

    private void tell(Runnable what) {
        synchronized (this) {
            what.run();
        }
        send();
    }

    // --- the stream ---

    @Override
    public void subscribe(Flow.Subscriber<? super LiveEvent> only) {
        synchronized (this) {
            subscriber = only;
        }
        only.onSubscribe(this);
        send();
    }

    @Override
    public void request(long more) {
        synchronized (this) {
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
        }
        send();
    }

    /** The client has gone. */
    @Override
    public void cancel() {
        synchronized (this) {
            over = true;
        }
        whenOver.accept(this);
    }

    private void send() {
        if (toSend.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen > 0) {
            for (LiveEvent event = next(); event != null; event = next()) {
                subscriber.onNext(event);
            }
            if (isOverNow()) {
                whenOver.accept(this);
                subscriber.onComplete();
            }
            seen = toSend.addAndGet(-seen);
        }
    }

    private synchronized LiveEvent next() {
        if (subscriber == null || over || demand == 0) {
            return null;
        }
        LiveEvent event = null;
        if (present != null) {
            event = LiveEvent.present(present);
            presentAsSent = present;
            present = null;
        } else if (!changed.isEmpty()) {
            RoundPart part = changed.iterator().next();
            changed.remove(part);
            event = LiveEvent.changed(part);
        } else if (alive && !ending) {
            event = LiveEvent.ALIVE;
            alive = false;
        }
        if (event != null) {
            demand--;
        }
        return event;
    }

    /** True once only. */
    private synchronized boolean isOverNow() {
        boolean now = ending && !over && subscriber != null && changed.isEmpty() && present == null;
        over |= now;
        return now;
    }
}
