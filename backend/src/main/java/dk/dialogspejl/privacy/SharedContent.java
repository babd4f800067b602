package dk.dialogspejl.privacy;

/** What somebody shared and another read. */
public enum SharedContent {
    /** The evaluatee's reflections on a dialogue. */
    REFLECTIONS,
    /** The partner's questions and feedback. */
    FEEDBACK,
    /** The concluded summary, read by an HR system. */
    SUMMARY
}
