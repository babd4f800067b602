package dk.dialogspejl.organisation;

/**
 * What would follow from something: how many, never which.
 *
 * @param count above zero
 */
public record Effect(Kind kind, int count) {

    /** What is counted. Each has its sentence, {@code effect.<NAME>}. */
    public enum Kind {
        /** Devices that somebody is signed in on. */
        SIGNED_OUT,
        /** Rounds about their own dialogues that stand still. */
        OWN_ROUNDS,
        /** Rounds of colleagues that lack their sparring partner. */
        PARTNER_ROUNDS,
        /** Summaries that cannot be approved by both. */
        SUMMARIES,
        /** Rounds that the leader of the former team follows no longer. */
        ROUNDS_OUT_OF_SIGHT,
        /** Teams that nobody who is active would lead. */
        TEAMS_WITHOUT_LEADER
    }
}
