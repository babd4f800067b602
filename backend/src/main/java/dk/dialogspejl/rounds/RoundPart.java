package dk.dialogspejl.rounds;

/** A part of a round that both participants may read, in whole or as far as it is shared with them. */
public enum RoundPart {
    ROUND,
    AGREEMENT,
    DIALOGUES,
    FEEDBACK,
    SUMMARY,
    FOLLOW_UP
}
