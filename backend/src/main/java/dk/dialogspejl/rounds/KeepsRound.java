package dk.dialogspejl.rounds;

/**
 * What a later feature knows of how long a round is kept, as conditions in SQL on the round {@code k}. Each feature that
 * has something to say has one; rounds ask all of them and know none.
 */
public interface KeepsRound {

    /** Somebody has worked in it since, in a way that is no step. */
    default String workedInSince(String instant) {
        return "false";
    }

    /** Something of it is still needed when its own time is over. */
    default String needed() {
        return "false";
    }
}
