package dk.dialogspejl.summaries;

/** What became of a focus point. */
public enum FocusPointStatus {
    /** It has become a habit. */
    KEPT_GOING,
    IN_PROGRESS,
    LET_GO
}
