package dk.dialogspejl.rounds;

import java.time.Instant;
import java.util.Optional;

/**
 * An event: the talk of a round is planned, is at another time or place, or will not be.
 *
 * @param at when it is; of one that will not be, when it would have been
 */
public record TalkChanged(Round round, Kind kind, Instant at) {

    /** What a change is to whoever knew of the talk before. */
    public enum Kind {
        PLANNED,
        MOVED,
        CANCELLED
    }

    /** Empty where whoever knew of the talk before need not be told: nothing differs, or there was and is no time. */
    static Optional<TalkChanged> between(Talk before, Talk after, Round round) {
        if (before.equals(after) || before.at() == null && after.at() == null) {
            return Optional.empty();
        }
        if (after.at() == null) {
            return Optional.of(new TalkChanged(round, Kind.CANCELLED, before.at()));
        }
        return Optional.of(new TalkChanged(round, before.at() == null ? Kind.PLANNED : Kind.MOVED, after.at()));
    }
}
