package dk.dialogspejl.rounds;

/** The two people of a round. */
public enum Participant {
    EVALUATEE,
    PARTNER;

    public Participant other() {
        return this == EVALUATEE ? PARTNER : EVALUATEE;
    }
}
