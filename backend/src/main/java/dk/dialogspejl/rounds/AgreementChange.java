package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** That a participant changed a field of the agreement. Kept, so that the other can be told. */
@Entity
@Immutable
class AgreementChange extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Round round;

    @Enumerated(EnumType.STRING)
    private Agreement.Field field;

    @Column(name = "text_before")
    private String before;

    @Column(name = "text_after")
    private String after;

    @Enumerated(EnumType.STRING)
    private Participant changedBy;

    private Instant changedAt;

    protected AgreementChange() {}

    AgreementChange(Round round, Agreement.Field field, String before, String after, Participant by, Instant at) {
        this.round = round;
        this.field = field;
        this.before = before;
        this.after = after;
        this.changedBy = by;
        this.changedAt = at;
    }

    /** What the other has changed since this participant last confirmed; nothing for one who never has. */
    static List<AgreementChange> toTell(Round round, Participant reader) {
        Instant confirmed = round.lastConfirmed(reader);
        if (confirmed == null) {
            return List.of();
        }
        return list(
                "round = ?1 and changedBy = ?2 and changedAt > ?3 order by changedAt, id",
                round,
                reader.other(),
                confirmed);
    }

    /**
     * All that the agreement has said. What was asked before the present partner was invited is the evaluatee's alone, and
     * what an earlier partner wrote is nobody's here.
     */
    static List<AgreementChange> known(Round round, Participant reader) {
        return list(
                "from AgreementChange c where c.round = ?1 and (c.changedAt >="
                        + " (select max(i.takenAt) from StepTaken i where i.round = c.round and i.step = RoundStep.INVITE)"
                        + (reader == Participant.EVALUATEE ? " or c.changedBy = Participant.EVALUATEE" : "")
                        + ") order by c.changedAt, c.id",
                round);
    }

    /** The change that gave each field the value it has. What a partner asked before the present one wrote is left out. */
    static List<AgreementChange> standing(Round round) {
        return list(
                "from AgreementChange c where c.round = ?1 and c.after is not null and c.after <> 'false' and c.changedAt ="
                        + " (select max(l.changedAt) from AgreementChange l where l.round = c.round and l.field = c.field)"
                        + " and (c.changedBy = Participant.EVALUATEE or c.changedAt >="
                        + " (select max(i.takenAt) from StepTaken i where i.round = c.round and i.step = RoundStep.INVITE))"
                        + " order by c.changedAt, c.id",
                round);
    }

    Person by() {
        return changedBy == Participant.EVALUATEE ? round.evaluatee() : round.partner();
    }

    Agreement.Field field() {
        return field;
    }

    String before() {
        return before;
    }

    String after() {
        return after;
    }

    Instant changedAt() {
        return changedAt;
    }
}
