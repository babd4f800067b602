package dk.dialogspejl.summaries;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.rounds.Condition;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.BatchSize;

/**
 * The joint summary of a round: one text for two people. Its revision counts edits of the text, not
 * approvals, so that one person's approval never makes the other's page look stale. Whoever changes it holds
 * the lock on the round.
 */
@Entity
public class Summary extends TenantEntity {

    static final int FEWEST_FOCUS_POINTS = 2;
    static final int MOST_FOCUS_POINTS = 3;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    private Round round;

    private int revision;
    private String workedWell;
    private String learning;
    private String followUpHow;
    private LocalDate followUpOn;

    @OneToMany(mappedBy = "summary", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    @BatchSize(size = 128)
    private List<FocusPoint> focusPoints = new ArrayList<>();

    /** Null until somebody has written something. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Person editedBy;

    private Instant editedAt;
    private Instant evaluateeApprovedAt;
    private Instant partnerApprovedAt;
    private Instant concludedAt;

    /** Since when HR may read it; null while it may not. */
    private Instant sharedAt;

    /** Counts changes of the follow-up. */
    private int followUpRevision;

    protected Summary() {}

    Summary(Round round) {
        this.round = round;
        this.workedWell = "";
        this.learning = "";
        this.followUpHow = "";
    }

    /** Of a round the reader has been found to take part in. */
    public static Optional<Summary> of(Round round) {
        return Summary.<Summary>list(
                        "from Summary s left join fetch s.editedBy left join fetch s.focusPoints where s.round = ?1",
                        round)
                .stream()
                .findFirst();
    }

    /** Of rounds that wait for a follow-up in these days, the last included. */
    public static List<Summary> followUpsDue(LocalDate first, LocalDate last) {
        return list(
                "from Summary s join fetch s.round r join fetch r.evaluatee join fetch r.partner"
                        + " where r.status = RoundStatus.CONCLUDED and s.followUpOn between ?1 and ?2 order by r.id",
                first,
                last);
    }

    // --- the text ---

    /**
     * Writes the text anew. An edit withdraws both approvals; writing what is there already changes nothing.
     *
     * @throws ProblemException 409 outside the discussion
     */
    public void write(WriteSummary command, Person by, Instant now) {
        round.requireStatus(RoundStatus.DISCUSSING);
        if (command.says(this)) {
            return;
        }
        workedWell = command.workedWell();
        learning = command.learning();
        followUpHow = command.followUpHow();
        followUpOn = command.followUpOn();
        writeFocusPoints(command);
        revision++;
        editedBy = by;
        editedAt = now;
        evaluateeApprovedAt = null;
        partnerApprovedAt = null;
    }

    private void writeFocusPoints(WriteSummary command) {
        List<String> texts = command.focusPoints();
        while (focusPoints.size() > texts.size()) {
            focusPoints.remove(focusPoints.size() - 1);
        }
        for (int position = 0; position < texts.size(); position++) {
            if (position < focusPoints.size()) {
                focusPoints.get(position).rewrite(texts.get(position));
            } else {
                focusPoints.add(new FocusPoint(this, position, texts.get(position)));
            }
            if (command.topic(position) != null) {
                focusPoints.get(position).about(command.topic(position));
            }
        }
    }

    // --- approval ---

    /** What an approval by this participant waits for. */
    Set<Condition> unmet(Participant by) {
        Set<Condition> unmet = EnumSet.noneOf(Condition.class);
        if (workedWell.isBlank()) {
            unmet.add(Condition.WORKED_WELL_MISSING);
        }
        long written =
                focusPoints.stream().filter(point -> !point.text().isBlank()).count();
        if (written != focusPoints.size() || written < FEWEST_FOCUS_POINTS || written > MOST_FOCUS_POINTS) {
            unmet.add(Condition.FOCUS_POINTS_NOT_TWO_OR_THREE);
        }
        if (learning.isBlank()) {
            unmet.add(Condition.LEARNING_MISSING);
        }
        if (followUpHow.isBlank() || followUpOn == null) {
            unmet.add(Condition.FOLLOW_UP_NOT_AGREED);
        }
        unmet.add(approvedAt(by) == null ? Condition.NOT_APPROVED : Condition.ALREADY_APPROVED);
        if (focusPoints.stream().anyMatch(point -> point.status() == null)) {
            unmet.add(Condition.FOCUS_POINTS_WITHOUT_STATUS);
        }
        return unmet;
    }

    public void approve(Participant by, Instant now) {
        if (by == Participant.EVALUATEE) {
            evaluateeApprovedAt = now;
        } else {
            partnerApprovedAt = now;
        }
        if (isConcludedBy(by)) {
            concludedAt = now;
        }
    }

    void withdrawApproval(Participant by) {
        if (by == Participant.EVALUATEE) {
            evaluateeApprovedAt = null;
        } else {
            partnerApprovedAt = null;
        }
    }

    /** Whether an approval by this participant is the second, which concludes the round. */
    public boolean isConcludedBy(Participant participant) {
        return approvedAt(participant.other()) != null;
    }

    Instant approvedAt(Participant participant) {
        return participant == Participant.EVALUATEE ? evaluateeApprovedAt : partnerApprovedAt;
    }

    // --- sharing with HR ---

    /** @throws ProblemException 409 before the round is concluded */
    public void share(Instant now) {
        round.requireStatus(RoundStatus.CONCLUDED, RoundStatus.FOLLOWED_UP);
        if (sharedAt == null) {
            sharedAt = now;
        }
    }

    void takeBack() {
        sharedAt = null;
    }

    // --- follow-up ---

    /**
     * Notes what became of the focus points, in their order.
     *
     * @throws ProblemException 409 unless the round is concluded and not yet followed up
     */
    public void followUp(List<WriteFollowUp.Outcome> outcomes) {
        round.requireStatus(RoundStatus.CONCLUDED);
        for (int position = 0; position < focusPoints.size(); position++) {
            WriteFollowUp.Outcome outcome = outcomes.get(position);
            focusPoints.get(position).followUp(outcome.status(), outcome.note());
        }
        followUpRevision++;
    }

    /** The texts of the points that have not been let go. */
    public List<String> pointsToCarryOver() {
        return focusPoints.stream()
                .filter(point -> point.status() != FocusPointStatus.LET_GO)
                .map(FocusPoint::text)
                .toList();
    }

    // --- what it says ---

    public Round round() {
        return round;
    }

    public int revision() {
        return revision;
    }

    int followUpRevision() {
        return followUpRevision;
    }

    public String workedWell() {
        return workedWell;
    }

    public String learning() {
        return learning;
    }

    public String followUpHow() {
        return followUpHow;
    }

    public LocalDate followUpOn() {
        return followUpOn;
    }

    public List<FocusPoint> focusPoints() {
        return focusPoints;
    }

    Person editedBy() {
        return editedBy;
    }

    Instant editedAt() {
        return editedAt;
    }

    public Instant concludedAt() {
        return concludedAt;
    }

    public Instant sharedAt() {
        return sharedAt;
    }
}
