package dk.dialogspejl.rounds;

import static dk.dialogspejl.rounds.RoundStep.ACCEPT;
import static dk.dialogspejl.rounds.RoundStep.APPROVE;
import static dk.dialogspejl.rounds.RoundStep.CANCEL;
import static dk.dialogspejl.rounds.RoundStep.CLOSE;
import static dk.dialogspejl.rounds.RoundStep.CONCLUDE;
import static dk.dialogspejl.rounds.RoundStep.CONFIRM;
import static dk.dialogspejl.rounds.RoundStep.FINISH_DIALOGUES;
import static dk.dialogspejl.rounds.RoundStep.OPEN_DISCUSSION;
import static dk.dialogspejl.rounds.RoundStep.START;
import static dk.dialogspejl.rounds.RoundStep.WITHDRAW_APPROVAL;

import java.util.EnumSet;
import java.util.Set;

/**
 * What may stand in the way of a step. Named for the state of affairs that must be changed; its sentence in
 * the message files says how.
 */
public enum Condition {
    /** The round is not at the stage where this can be done. */
    WRONG_STATUS,
    ALREADY_ANSWERED(ACCEPT),
    /** Somebody merely invited may decline; giving the round up is for those who are in it. */
    INVITATION_NOT_ACCEPTED(CANCEL),
    // The six points of the agreement, a to f.
    PARTNER_NOT_ASKED(CONFIRM, START),
    PARTNER_NOT_ACCEPTED(CONFIRM, START),
    GUIDE_NOT_GONE_THROUGH(CONFIRM, START),
    EXTENT_NOT_SETTLED(CONFIRM, START),
    VIDEO_NOT_SETTLED(CONFIRM, START),
    METHOD_NOT_SETTLED(CONFIRM, START),
    COOPERATION_NOT_SETTLED(CONFIRM, START),
    ALREADY_CONFIRMED(CONFIRM),
    EVALUATEE_NOT_CONFIRMED(START),
    PARTNER_NOT_CONFIRMED(START),
    NO_DIALOGUES(FINISH_DIALOGUES),
    FEWER_DIALOGUES_WITHOUT_REASON(FINISH_DIALOGUES),
    NOTHING_REFLECTED(OPEN_DISCUSSION),
    WORKED_WELL_MISSING(APPROVE, CONCLUDE),
    FOCUS_POINTS_NOT_TWO_OR_THREE(APPROVE, CONCLUDE),
    LEARNING_MISSING(APPROVE, CONCLUDE),
    FOLLOW_UP_NOT_AGREED(APPROVE, CONCLUDE),
    ALREADY_APPROVED(APPROVE),
    NOT_APPROVED(WITHDRAW_APPROVAL),
    FOCUS_POINTS_WITHOUT_STATUS(CLOSE),
    RECORDINGS_NOT_DELETED(CLOSE),
    // These two guard what is done with a dialogue, which is no step.
    NO_RECORDING,
    RECORDING_NOT_DELETED,
    // And this one what is done with a summary.
    HR_SHARING_NOT_OFFERED;

    private final Set<RoundStep> guarded;

    Condition(RoundStep... guarded) {
        this.guarded = EnumSet.noneOf(RoundStep.class);
        this.guarded.addAll(Set.of(guarded));
    }

    boolean guards(RoundStep step) {
        return guarded.contains(step);
    }
}
