package dk.dialogspejl.rounds;

/** What a round builds on. Rounds where the partner sits in on the dialogues will be a kind beside this. */
public enum RoundKind {
    /** The evaluatee's own reflections on dialogues the partner has not seen. */
    SELF_EVALUATED
}
