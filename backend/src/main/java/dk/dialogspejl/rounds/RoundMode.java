package dk.dialogspejl.rounds;

/** Whether the evaluatee records the dialogues. */
public enum RoundMode {
    WITHOUT_VIDEO,
    WITH_VIDEO
}
