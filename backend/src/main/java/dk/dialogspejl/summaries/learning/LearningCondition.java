package dk.dialogspejl.summaries.learning;

/** What stands in the way of releasing a sentence. */
public enum LearningCondition {
    NOT_IN_A_TEAM,
    /** It has stood with the author's name, which nobody forgets. */
    SEEN_WITH_NAME,
    /** A change would tell that its author is there, and what was read is read. */
    SEEN_WITHOUT_NAME,
    /** Without the author fewer than five could have written what others released without a name. */
    NAME_WOULD_TELL_OF_OTHERS
}
