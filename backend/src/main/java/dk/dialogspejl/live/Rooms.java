package dk.dialogspejl.live;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.organisation.RightsChanged;
import dk.dialogspejl.platform.broadcast.Heard;
import dk.dialogspejl.platform.broadcast.MaybeMissed;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.rounds.RoundPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The rounds that people have open with this instance. All of it in memory, and gone with the process. */
@ApplicationScoped
class Rooms {

    /** This instance, as long as it runs. */
    private final UUID here = UUID.randomUUID();

    private final Map<RoundKey, Room> rooms = new HashMap<>();
    private boolean closed;

    @Inject
    Announcer announcer;

    @Inject
    Clock clock;

    /**
     * Opens a stream. It hears from here on, but tells nothing and shows nobody until it is admitted: so no change
     * of who may read the round is missed while that is looked up.
     *
     * @throws ProblemException 503 while the service stops
     */
    synchronized Listener open(RoundKey round, UUID person, Instant until) {
        if (closed) {
            throw ProblemException.of(ProblemType.UNAVAILABLE);
        }
        Listener listener = new Listener(round, person, until, this::leave);
        rooms.computeIfAbsent(round, key -> new Room(here)).add(listener);
        return listener;
    }

    /** The listener is one of these, who take part in the round. */
    synchronized void admit(Listener listener, Map<UUID, PersonRef> readers) {
        listener.admit(readers);
        inRoom(listener.round(), room -> {
            boolean first = room.peopleHere().isEmpty();
            boolean known = room.isHere(listener.person());
            room.come(listener.person(), clock.instant());
            room.tellPresent();
            if (!known) {
                announce(listener.round(), room, listener.person(), first);
            }
        });
    }

    private synchronized void leave(Listener listener) {
        inRoom(listener.round(), room -> room.remove(listener, clock.instant()));
    }

    // --- what is heard ---

    synchronized void hear(@Observes Heard heard) {
        LiveMessage.of(heard.message()).ifPresent(message -> inRoom(message.round(), room -> hear(message, room)));
    }

    private void hear(LiveMessage message, Room room) {
        if (message instanceof LiveMessage.Changed change) {
            room.listeners().forEach(listener -> tell(listener, change));
        } else if (message instanceof LiveMessage.Writing writing) {
            if (room.write(writing.person(), writing.field(), clock.instant())) {
                announce(message.round(), room, writing.person(), false);
                room.tellPresent();
            }
        } else if (message instanceof LiveMessage.Present there
                && !there.instance().equals(here)) {
            room.hear(there.instance(), there.person(), there.field(), clock.instant());
            room.tellPresent();
            if (there.asking()) {
                room.peopleHere().forEach(person -> announce(message.round(), room, person, false));
            }
        } else if (message instanceof LiveMessage.Gone gone && !gone.instance().equals(here)) {
            room.forget(gone.instance(), gone.person());
            room.tellPresent();
        }
    }

    /** Who may no longer read the round is told nothing more; where the other is another, the stream begins anew. */
    private static void tell(Listener listener, LiveMessage.Changed change) {
        if (!change.readers().contains(listener.person())) {
            listener.endNow();
            return;
        }
        listener.changed(EnumSet.of(change.part()));
        listener.hearReaders(change.readers());
    }

    /** What they may see is looked up anew; who may see nothing any more finds out then. */
    synchronized void startOver(@Observes RightsChanged change) {
        everyListener().stream()
                .filter(listener -> listener.person().equals(change.subject()))
                .forEach(Listener::endNow);
    }

    /** Everything may have changed, also who may read what: all are told so, and then looked up anew. */
    synchronized void startOver(@Observes MaybeMissed missed) {
        everyListener().forEach(listener -> {
            listener.changed(EnumSet.allOf(RoundPart.class));
            listener.endAfterThat();
        });
    }

    // --- time ---

    /** Ends the streams whose token has ended, and forgets who has gone without a word. */
    synchronized void pass(Instant now) {
        everyListener().stream()
                .filter(listener -> !now.isBefore(listener.until()))
                .forEach(Listener::endNow);
        List.copyOf(rooms.keySet())
                .forEach(round -> inRoom(round, room -> {
                    if (room.hasExpired(now)) {
                        room.expire(now).forEach(person -> announcer.say(new LiveMessage.Gone(round, here, person)));
                        room.tellPresent();
                    }
                }));
    }

    /** Lets every stream say that it is alive. */
    void showLife() {
        everyListener().forEach(Listener::alive);
    }

    /** Says again who is here. */
    synchronized void renew() {
        rooms.forEach((round, room) -> room.peopleHere().forEach(person -> announce(round, room, person, false)));
    }

    /** Ends all streams, and lets no more be opened. */
    synchronized void close() {
        closed = true;
        everyListener().forEach(Listener::endNow);
        rooms.forEach((round, room) ->
                room.peopleHere().forEach(person -> announcer.say(new LiveMessage.Gone(round, here, person))));
        rooms.clear();
    }

    private synchronized List<Listener> everyListener() {
        return rooms.values().stream()
                .flatMap(room -> room.listeners().stream())
                .toList();
    }

    private void announce(RoundKey round, Room room, UUID person, boolean asking) {
        announcer.say(new LiveMessage.Present(round, here, person, asking, room.fieldHere(person)));
    }

    /** Nothing where nobody has the round open here. */
    private void inRoom(RoundKey round, Consumer<Room> what) {
        Room room = rooms.get(round);
        if (room != null) {
            what.accept(room);
            if (room.isEmpty()) {
                rooms.remove(round);
            }
        }
    }
}
