package dk.dialogspejl.rounds;

/** What the person invited to be sparring partner has said. */
public enum PartnerAnswer {
    /** There is none yet: the round was started by a leader, and its evaluatee chooses. */
    NOT_ASKED,
    INVITED,
    ACCEPTED,
    DECLINED
}
