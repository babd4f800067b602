package dk.dialogspejl.insights;

/**
 * What is counted, always in people, of those who lead nobody and in rounds in which no leader was partner. There is none for
 * a focus point that is still in progress: whoever followed up has one of the three outcomes at least, so the numbers of all
 * three would tell how many have more than one.
 */
enum Measure {
    /** In the team when the figures were made. */
    EVERYONE(null),
    /** With a round concluded in the quarter. */
    TOOK_PART(EVERYONE),
    /** With one of them concluded within six weeks of its beginning. */
    WITHIN_SIX_WEEKS(TOOK_PART),
    /** With a focus point about a certain topic in a round concluded in the quarter. */
    TOPIC(TOOK_PART),
    /** With a round followed up and closed in the quarter. */
    FOLLOWED_UP(EVERYONE),
    /** With a focus point that has become a habit, in a round closed in the quarter. */
    KEPT_GOING(FOLLOWED_UP),
    /** With one that has been given up. */
    LET_GO(FOLLOWED_UP);

    private final Measure larger;

    Measure(Measure larger) {
        this.larger = larger;
    }

    /** Who it is a part of; null for everyone. */
    Measure larger() {
        return larger;
    }
}
