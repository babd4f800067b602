package dk.dialogspejl.rounds.series;

/** What stands in the way of starting rounds for a team. */
public enum SeriesCondition {
    /** The team has rounds of this guide in this period. */
    ALREADY_STARTED,
    /** Somebody has got a round, or left, since it was previewed. */
    PEOPLE_HAVE_CHANGED
}
