package dk.dialogspejl.rounds;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The agreement as it stands, and who stands by it. A change to it withdraws both confirmations. */
@Embeddable
class ConfirmedAgreement {

    @Embedded
    private Agreement agreement;

    @Embedded
    @AttributeOverride(name = "standingSince", column = @Column(name = "evaluatee_confirmed_at"))
    @AttributeOverride(name = "lastGiven", column = @Column(name = "evaluatee_last_confirmed_at"))
    private Confirmation evaluatee;

    @Embedded
    @AttributeOverride(name = "standingSince", column = @Column(name = "partner_confirmed_at"))
    @AttributeOverride(name = "lastGiven", column = @Column(name = "partner_last_confirmed_at"))
    private Confirmation partner;

    protected ConfirmedAgreement() {}

    ConfirmedAgreement(Agreement agreement) {
        this.agreement = agreement;
    }

    Agreement terms() {
        return agreement;
    }

    /** Answers which fields are really different; with none, everything stands. */
    List<Agreement.Field> change(Agreement changed) {
        List<Agreement.Field> differences = agreement.differencesTo(changed);
        if (!differences.isEmpty()) {
            agreement = changed; // an equal one would count as a change to Hibernate, and make the other's page stale
            withdraw();
        }
        return differences;
    }

    /** For another partner, or none: what the one before has said counts no more. */
    void forgetPartner() {
        agreement = agreement.withGuideToGoThrough();
        withdraw();
        partner = Confirmation.NONE;
    }

    private void withdraw() {
        evaluatee = Confirmation.orNone(evaluatee).withdrawn();
        partner = Confirmation.orNone(partner).withdrawn();
    }

    void confirm(Participant by, Instant now) {
        Confirmation given = new Confirmation(now, now);
        if (by == Participant.EVALUATEE) {
            evaluatee = given;
        } else {
            partner = given;
        }
    }

    Confirmation confirmation(Participant participant) {
        return Confirmation.orNone(participant == Participant.EVALUATEE ? evaluatee : partner);
    }

    /** Whose yes is missing, for a step by this participant, or there already. */
    Set<Condition> unmetConfirmations(Participant by) {
        Set<Condition> unmet = EnumSet.noneOf(Condition.class);
        if (confirmation(by).stands()) {
            unmet.add(Condition.ALREADY_CONFIRMED);
        }
        if (!confirmation(Participant.EVALUATEE).stands()) {
            unmet.add(Condition.EVALUATEE_NOT_CONFIRMED);
        }
        if (!confirmation(Participant.PARTNER).stands()) {
            unmet.add(Condition.PARTNER_NOT_CONFIRMED);
        }
        return unmet;
    }
}
