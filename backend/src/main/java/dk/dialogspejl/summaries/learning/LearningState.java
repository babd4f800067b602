package dk.dialogspejl.summaries.learning;

/** Where a sentence is, as its author sees it. */
public enum LearningState {
    NOT_RELEASED,
    /** Released without a name, and read by nobody yet. */
    WAITING,
    /** The team can read it. */
    SHOWN,
    /** The team could read it, and cannot any more: its team is closed, or somebody it was shown among has been erased. */
    NO_LONGER_SHOWN
}
