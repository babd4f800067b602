package dk.dialogspejl.rounds;

/** How far a round has come. */
public enum RoundStatus {
    /** The two are settling the six points of the agreement. */
    PREPARING,
    /** The evaluatee holds the dialogues. */
    CONDUCTING,
    /** The evaluatee reflects, the partner prepares. */
    REFLECTING,
    /** The two talk and write the summary. */
    DISCUSSING,
    /** Both have approved the summary. */
    CONCLUDED,
    /** They have looked at what became of the focus points. */
    FOLLOWED_UP,
    /** Given up before it was concluded. */
    CANCELLED
}
