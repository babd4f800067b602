package dk.dialogspejl.integration;

import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.time.Years;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/**
 * How far a reader has come in the feed: to this position, and no change before it is still to come. Opaque to clients.
 *
 * @param epoch of the feed that the positions belong to
 * @param extent digest of what was asked for, by whom: what lies outside it has been passed by
 * @param caughtUp the last day on which the reader knew all there was. It ages while pages are read, until the last.
 * @param after everything up to here has been read
 * @param load what a first load leaves out; null once there has been a last page
 */
record FeedCursor(String epoch, String extent, LocalDate caughtUp, Position after, Load load) {

    /** How long a reader may stay away: less than tombstones are kept. */
    static final Period LIFE = Period.ofDays(60);

    /** A place in the feed: a transaction that changed something, and the summary that it changed. */
    record Position(long transaction, UUID summary) {

        static final Position START = new Position(0, new UUID(0, 0));
    }

    /**
     * A first load passes over what changed before it began and is of no use to somebody who knows nothing yet.
     *
     * @param below where the feed ended when it began
     * @param since only what has changed since then; null for all that is shared, and no tombstones
     */
    record Load(long below, Instant since) {}

    /**
     * Reads a cursor as the client got it.
     *
     * @throws ProblemException 400 if it is not one of ours
     */
    static FeedCursor parse(String opaque) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8).split(" ", -1);
            LocalDate caughtUp = LocalDate.parse(parts[2]);
            Position after = new Position(Long.parseLong(parts[3]), UUID.fromString(parts[4]));
            Load load = parts[5].isEmpty() ? null : load(parts[5], parts[6]);
            FeedCursor cursor = new FeedCursor(parts[0], parts[1], caughtUp, after, load);
            if (Years.cover(caughtUp)
                    && after.transaction() >= 0
                    && cursor.opaque().equals(opaque)) {
                return cursor;
            }
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException foreign) {
            // Not ours, as one from another time is not.
        }
        throw ProblemException.invalid(new FieldFault("cursor", "field.feed-cursor"));
    }

    private static Load load(String below, String since) {
        return new Load(Long.parseLong(below), since.isEmpty() ? null : Instant.parse(since));
    }

    /**
     * Lets it pass only where nothing can have been missed.
     *
     * @param horizon where the feed ends now
     * @throws ProblemException 410 when it is too old, or of another question, client or installation
     */
    FeedCursor requireGood(String epochNow, String extentAsked, long horizon, LocalDate today) {
        if (!epoch.equals(epochNow)
                || !extent.equals(extentAsked)
                || after.transaction() >= horizon
                || caughtUp.isBefore(today.minus(LIFE))) {
            throw ProblemException.of(ProblemType.CURSOR_NOT_GOOD);
        }
        return this;
    }

    /** After a page that others follow. */
    FeedCursor movedTo(Position read) {
        return new FeedCursor(
                epoch, extent, caughtUp, read, load != null && read.transaction() >= load.below() ? null : load);
    }

    /** After the last page: the reader knows all there is. */
    FeedCursor caughtUp(Position read, LocalDate today) {
        return new FeedCursor(epoch, extent, today, read, null);
    }

    String opaque() {
        String text = String.join(
                " ",
                epoch,
                extent,
                caughtUp.toString(),
                Long.toString(after.transaction()),
                after.summary().toString(),
                load == null ? "" : Long.toString(load.below()),
                load == null || load.since() == null ? "" : load.since().toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
