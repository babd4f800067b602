package dk.dialogspejl.rounds.series;

/** Why somebody in a team gets no round when rounds are started for it. */
public enum LeftOutBecause {
    DEACTIVATED,
    /** Whoever leads the team starts no round for themself in it, and is suggested to nobody. */
    LEADS_THE_TEAM,
    /** One about their own dialogues is under way. */
    HAS_A_ROUND,
    /** There is nobody else to pair them with. */
    NOBODY_TO_PAIR_WITH
}
