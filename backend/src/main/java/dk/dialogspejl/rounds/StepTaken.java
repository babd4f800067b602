package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A step of a round's history: who took it, when, and from which status to which. Fired as an event too. */
@Entity
@Immutable
public class StepTaken extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Round round;

    @Enumerated(EnumType.STRING)
    private RoundStep step;

    /** Null for the first step, which creates the round. */
    @Enumerated(EnumType.STRING)
    private RoundStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private RoundStatus toStatus;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person takenBy;

    private Instant takenAt;
    private String note;

    protected StepTaken() {}

    StepTaken(Round round, RoundStep step, RoundStatus from, RoundStatus to, Person by, Instant at, String note) {
        this.round = round;
        this.step = step;
        this.fromStatus = from;
        this.toStatus = to;
        this.takenBy = by;
        this.takenAt = at;
        this.note = note;
    }

    /** All of it for the evaluatee; for the partner from their own invitation on, not who was asked before. */
    static List<StepTaken> of(Round round, Participant reader) {
        String query = "from StepTaken s join fetch s.takenBy where s.round = ?1";
        if (reader == Participant.PARTNER) {
            query += " and s.takenAt >= (select max(i.takenAt) from StepTaken i"
                    + " where i.round = s.round and i.step = RoundStep.INVITE)";
        }
        return list(query + " order by s.takenAt, s.id", round);
    }

    public Round round() {
        return round;
    }

    public RoundStep step() {
        return step;
    }

    RoundStatus from() {
        return fromStatus;
    }

    RoundStatus to() {
        return toStatus;
    }

    public Person takenBy() {
        return takenBy;
    }

    public Instant takenAt() {
        return takenAt;
    }

    String note() {
        return note;
    }
}
