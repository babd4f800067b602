package dk.dialogspejl.rounds;

import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.rounds.series.RoundSeries;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An evaluation round between an evaluatee and a sparring partner. */
@Entity
public class Round extends TenantEntity {

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private RoundKind kind;

    @Enumerated(EnumType.STRING)
    private RoundStatus status;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person evaluatee;

    /** Null until somebody is asked. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Person partner;

    @Enumerated(EnumType.STRING)
    private PartnerAnswer partnerAnswer;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private GuideVersion guideVersion;

    @Embedded
    private ConfirmedAgreement agreement;

    @Embedded
    private Talk talk;

    /** Those started at once that this is one of; null for a round that its evaluatee began. */
    @ManyToOne(fetch = FetchType.LAZY)
    private RoundSeries series;

    /** The round whose focus points this one takes up, and those points. */
    private UUID continuesRoundId;

    private List<String> carriedFocusPoints;

    private Instant createdAt;

    @OneToMany(mappedBy = "round", cascade = CascadeType.PERSIST)
    private List<StepTaken> steps = new ArrayList<>();

    @OneToMany(mappedBy = "round", cascade = CascadeType.PERSIST)
    private List<AgreementChange> changes = new ArrayList<>();

    protected Round() {}

    /** Creates a round and invites the partner. The evaluatee cannot be their own partner. */
    public Round(Person evaluatee, Person partner, GuideVersion guideVersion, Agreement agreement, Instant now) {
        this.kind = RoundKind.SELF_EVALUATED;
        this.status = RoundStatus.PREPARING;
        this.evaluatee = evaluatee;
        this.guideVersion = guideVersion;
        this.agreement = new ConfirmedAgreement(agreement);
        this.talk = Talk.OPEN;
        this.carriedFocusPoints = List.of();
        this.createdAt = now;
        for (Agreement.Field field : Agreement.Field.values()) {
            if (field.isSettledIn(agreement)) {
                changes.add(
                        new AgreementChange(this, field, null, field.textIn(agreement), Participant.EVALUATEE, now));
            }
        }
        invite(partner, null, now);
    }

    /** Takes up the focus points of an earlier round of the same evaluatee. */
    public void continueFrom(Round earlier, List<String> focusPoints) {
        continuesRoundId = earlier.id();
        carriedFocusPoints = List.copyOf(focusPoints);
    }

    // --- who takes part ---

    private StepTaken invite(Person invited, RoundStatus from, Instant now) {
        if (invited.equals(evaluatee)) {
            throw new IllegalArgumentException("Nobody is their own sparring partner");
        }
        partner = invited;
        partnerAnswer = PartnerAnswer.INVITED;
        return record(RoundStep.INVITE, from, evaluatee, now, null);
    }

    /** The step that made the round; only of one that is new. */
    StepTaken firstInvitation() {
        return steps.get(0);
    }

    /** The part this person has in the round; only for people who have one. */
    public Participant participant(UUID personId) {
        return evaluatee.id().equals(personId) ? Participant.EVALUATEE : Participant.PARTNER;
    }

    public boolean isEvaluatee(UUID personId) {
        return evaluatee.id().equals(personId);
    }

    /** Null for the partner while nobody is asked. */
    public Person person(Participant participant) {
        return participant == Participant.EVALUATEE ? evaluatee : partner;
    }

    // --- the agreement ---

    /**
     * Changes the agreement. A real change withdraws both confirmations and is kept for telling the other.
     *
     * @param newPartner the partner to have from now on, null while nobody is asked; only the evaluatee may name another
     * @return the invitation, where another partner is named
     * @throws ProblemException 409 outside preparation, or while the partner has not accepted; 403 when the
     *     partner names another
     */
    public Optional<StepTaken> changeAgreement(Participant by, Agreement changed, Person newPartner, Instant now) {
        requireStatus(RoundStatus.PREPARING);
        if (by == Participant.PARTNER && partnerAnswer != PartnerAnswer.ACCEPTED) {
            throw ProblemException.stepNotPossible(Set.of(Condition.PARTNER_NOT_ACCEPTED));
        }
        boolean anotherPartner = newPartner != null && !newPartner.equals(partner);
        if (anotherPartner && by == Participant.PARTNER) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        Agreement before = agreement.terms();
        for (Agreement.Field field : agreement.change(changed)) {
            changes.add(new AgreementChange(this, field, field.textIn(before), field.textIn(changed), by, now));
        }
        if (!anotherPartner) {
            return Optional.empty();
        }
        agreement.forgetPartner();
        return Optional.of(invite(newPartner, status, now));
    }

    /** The six points that are open. */
    Set<Condition> openPoints() {
        Set<Condition> open = agreement.terms().open();
        if (partnerAnswer != PartnerAnswer.ACCEPTED) {
            open.add(partner == null ? Condition.PARTNER_NOT_ASKED : Condition.PARTNER_NOT_ACCEPTED);
        }
        return open;
    }

    /** Null when there is no confirmation standing. */
    public Instant confirmed(Participant participant) {
        return agreement.confirmation(participant).standingSince();
    }

    public Instant lastConfirmed(Participant participant) {
        return agreement.confirmation(participant).lastGiven();
    }

    // --- the steps ---

    /**
     * The conditions the step waits for: the round's own and those the later features report.
     *
     * @param reported unmet conditions of all features, for this participant
     */
    Set<Condition> unmet(RoundStep step, Participant by, Set<Condition> reported) {
        if (!step.leaves(status)) {
            return EnumSet.of(Condition.WRONG_STATUS);
        }
        Set<Condition> all = openPoints();
        all.addAll(agreement.unmetConfirmations(by));
        all.addAll(reported);
        if (partnerAnswer != PartnerAnswer.INVITED) {
            all.add(Condition.ALREADY_ANSWERED);
        }
        if (by == Participant.PARTNER && partnerAnswer != PartnerAnswer.ACCEPTED) {
            all.add(Condition.INVITATION_NOT_ACCEPTED);
        }
        all.removeIf(condition -> !condition.guards(step));
        return all;
    }

    /** The steps this participant could take now. */
    Set<RoundStep> allowedSteps(Participant by, Set<Condition> reported) {
        Set<RoundStep> allowed = EnumSet.noneOf(RoundStep.class);
        Arrays.stream(RoundStep.values())
                .filter(step -> step.isOffered() && step.isTakenBy(by))
                .filter(step -> unmet(step, by, reported).isEmpty())
                .forEach(allowed::add);
        return allowed;
    }

    /**
     * Takes a step.
     *
     * @param reported unmet conditions of all features, for this participant
     * @param note why, where the participant says so; null for nothing
     * @return the row of the history
     * @throws ProblemException 403 for a step that is the other's, 409 with every unmet condition
     */
    public StepTaken take(RoundStep step, Participant by, Set<Condition> reported, Instant now, String note) {
        if (!step.isTakenBy(by)) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        Set<Condition> unmet = unmet(step, by, reported);
        if (!unmet.isEmpty()) {
            throw ProblemException.stepNotPossible(unmet);
        }
        switch (step) {
            case ACCEPT -> partnerAnswer = PartnerAnswer.ACCEPTED;
            case DECLINE -> decline();
            case CONFIRM -> agreement.confirm(by, now);
            case CANCEL -> talk = talk.givenUp();
            default -> {}
        }
        RoundStatus from = status;
        status = step.reachedFrom(status);
        return record(step, from, person(by), now, note);
    }

    private void decline() {
        partnerAnswer = PartnerAnswer.DECLINED;
        agreement.forgetPartner();
    }

    private StepTaken record(RoundStep step, RoundStatus from, Person by, Instant now, String note) {
        StepTaken taken = new StepTaken(this, step, from, status, by, now, note);
        steps.add(taken);
        return taken;
    }

    // --- the talk ---

    /**
     * Plans when and where the two will talk, or changes it.
     *
     * @param at null where only the place is settled
     * @param place null where that is open
     * @throws ProblemException 409 before the round has started and after the talk
     */
    public Optional<TalkChanged> planTalk(Instant at, int minutes, String place) {
        requireTalkAhead();
        return changeTalk(talk.planned(at, minutes, place));
    }

    /** @throws ProblemException 409 before the round has started and after the talk */
    public Optional<TalkChanged> cancelTalk() {
        requireTalkAhead();
        return changeTalk(talk.cancelled());
    }

    private Optional<TalkChanged> changeTalk(Talk changed) {
        Optional<TalkChanged> change = TalkChanged.between(talk, changed, this);
        talk = changed;
        return change;
    }

    private void requireTalkAhead() {
        requireStatus(RoundStatus.CONDUCTING, RoundStatus.REFLECTING, RoundStatus.DISCUSSING);
    }

    /** @throws ProblemException 409 in any other status */
    public void requireStatus(RoundStatus... needed) {
        if (!Set.of(needed).contains(status)) {
            throw ProblemException.stepNotPossible(Set.of(Condition.WRONG_STATUS));
        }
    }

    // --- what it says ---

    public int version() {
        return version;
    }

    RoundKind kind() {
        return kind;
    }

    public RoundStatus status() {
        return status;
    }

    public Person evaluatee() {
        return evaluatee;
    }

    /** Null while nobody is asked. */
    public Person partner() {
        return partner;
    }

    /** Whether there is one who may see the round: asked, and not declined. */
    public boolean hasPartner() {
        return partner != null && partnerAnswer != PartnerAnswer.DECLINED;
    }

    /** Null for a round that its evaluatee began. */
    RoundSeries series() {
        return series;
    }

    public PartnerAnswer partnerAnswer() {
        return partnerAnswer;
    }

    public GuideVersion guideVersion() {
        return guideVersion;
    }

    public Agreement agreement() {
        return agreement.terms();
    }

    public Talk talk() {
        return talk;
    }

    UUID continuesRoundId() {
        return continuesRoundId;
    }

    /** The evaluatee's own; a partner reads them once they have said yes to the round. */
    List<String> carriedFocusPoints(Participant reader) {
        boolean mayRead = reader == Participant.EVALUATEE || partnerAnswer == PartnerAnswer.ACCEPTED;
        return mayRead ? carriedFocusPoints : List.of();
    }

    Instant createdAt() {
        return createdAt;
    }
}
