package dk.dialogspejl.rounds;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;

/**
 * When and where the two will talk.
 *
 * @param at null while that is open
 * @param minutes how long it may take; null while it has never been planned
 * @param place null while that is open
 * @param sequence grows by each change, so that calendars can tell which is the latest (RFC 5545, section 3.8.7.4)
 */
@Embeddable
public record Talk(
        @Column(name = "talk_at") Instant at,
        @Column(name = "talk_minutes") Integer minutes,
        @Column(name = "talk_place") String place,
        @Column(name = "talk_sequence") int sequence) {

    static final Talk OPEN = new Talk(null, null, null, 0);

    /** The same where nothing differs. */
    Talk planned(Instant newAt, Integer newMinutes, String newPlace) {
        boolean same =
                Objects.equals(newAt, at) && Objects.equals(newMinutes, minutes) && Objects.equals(newPlace, place);
        return same ? this : new Talk(newAt, newMinutes, newPlace, sequence + 1);
    }

    /** What is known of the place is kept for another time. */
    Talk cancelled() {
        return planned(null, minutes, place);
    }

    /** Of a round that is given up: what stands in calendars is to go. */
    Talk givenUp() {
        return new Talk(at, minutes, place, sequence + 1);
    }
}
