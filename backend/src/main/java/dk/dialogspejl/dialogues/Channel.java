package dk.dialogspejl.dialogues;

/** Where a dialogue takes place. */
public enum Channel {
    COUNTER,
    PHONE,
    VIDEO_MEETING,
    WRITTEN,
    HOME_VISIT,
    OTHER
}
