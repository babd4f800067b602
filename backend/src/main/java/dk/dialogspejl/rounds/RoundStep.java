package dk.dialogspejl.rounds;

import static dk.dialogspejl.rounds.Participant.EVALUATEE;
import static dk.dialogspejl.rounds.Participant.PARTNER;
import static dk.dialogspejl.rounds.RoundStatus.CANCELLED;
import static dk.dialogspejl.rounds.RoundStatus.CONCLUDED;
import static dk.dialogspejl.rounds.RoundStatus.CONDUCTING;
import static dk.dialogspejl.rounds.RoundStatus.DISCUSSING;
import static dk.dialogspejl.rounds.RoundStatus.FOLLOWED_UP;
import static dk.dialogspejl.rounds.RoundStatus.PREPARING;
import static dk.dialogspejl.rounds.RoundStatus.REFLECTING;

import java.util.EnumSet;
import java.util.Set;

/**
 * Every step of a round: the statuses it may be taken in, the status it leads to (null where it leaves the
 * round where it is), and who takes it. What else it waits for are the {@link Condition}s that guard it.
 */
public enum RoundStep {
    /** Follows from a leader starting rounds for a team, in which people choose their partners themselves. */
    BEGIN(EnumSet.of(PREPARING), null, EnumSet.noneOf(Participant.class)),
    /** Follows from naming a partner. */
    INVITE(EnumSet.of(PREPARING), null, EnumSet.of(EVALUATEE)),
    ACCEPT(EnumSet.of(PREPARING), null, EnumSet.of(PARTNER)),
    DECLINE(EnumSet.of(PREPARING), null, EnumSet.of(PARTNER)),
    CONFIRM(EnumSet.of(PREPARING), null, EnumSet.allOf(Participant.class)),
    START(EnumSet.of(PREPARING), CONDUCTING, EnumSet.of(EVALUATEE)),
    FINISH_DIALOGUES(EnumSet.of(CONDUCTING), REFLECTING, EnumSet.of(EVALUATEE)),
    OPEN_DISCUSSION(EnumSet.of(REFLECTING), DISCUSSING, EnumSet.of(EVALUATEE)),
    APPROVE(EnumSet.of(DISCUSSING), null, EnumSet.allOf(Participant.class)),
    WITHDRAW_APPROVAL(EnumSet.of(DISCUSSING), null, EnumSet.allOf(Participant.class)),
    /** Follows from the second approval. */
    CONCLUDE(EnumSet.of(DISCUSSING), CONCLUDED, EnumSet.allOf(Participant.class)),
    CLOSE(EnumSet.of(CONCLUDED), FOLLOWED_UP, EnumSet.allOf(Participant.class)),
    CANCEL(EnumSet.of(PREPARING, CONDUCTING, REFLECTING, DISCUSSING), CANCELLED, EnumSet.allOf(Participant.class));

    private final Set<RoundStatus> leaves;
    private final RoundStatus reaches;
    private final Set<Participant> takenBy;

    RoundStep(Set<RoundStatus> leaves, RoundStatus reaches, Set<Participant> takenBy) {
        this.leaves = leaves;
        this.reaches = reaches;
        this.takenBy = takenBy;
    }

    boolean leaves(RoundStatus status) {
        return leaves.contains(status);
    }

    RoundStatus reachedFrom(RoundStatus status) {
        return reaches == null ? status : reaches;
    }

    boolean isTakenBy(Participant participant) {
        return takenBy.contains(participant);
    }

    /** False for the steps that follow from something else a participant does. */
    boolean isOffered() {
        return this != BEGIN && this != INVITE && this != CONCLUDE;
    }
}
