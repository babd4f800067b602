package dk.dialogspejl.rounds;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * One participant's yes to the agreement.
 *
 * @param standingSince null when there is none, or a change has withdrawn it
 * @param lastGiven when the participant last said yes, withdrawn or not; null for never
 */
@Embeddable
record Confirmation(Instant standingSince, Instant lastGiven) {

    static final Confirmation NONE = new Confirmation(null, null);

    boolean stands() {
        return standingSince != null;
    }

    Confirmation withdrawn() {
        return new Confirmation(null, lastGiven);
    }

    /** Hibernate has null for an embedded value whose columns are all null. */
    static Confirmation orNone(Confirmation confirmation) {
        return confirmation == null ? NONE : confirmation;
    }
}
