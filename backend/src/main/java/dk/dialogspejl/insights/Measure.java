package dk.dialogspejl.insights;

import java.util.Arrays;
import java.util.List;

/**
 * What is counted, always in people, of those who lead nobody and in rounds in which no leader was partner. Each is part of the
 * ones it is among, and is weighed against all of them: {@link Disclosure}.
 */
enum Measure {
    /** In the team when the figures were made. */
    EVERYONE,
    /** With a round concluded in the quarter. */
    TOOK_PART(EVERYONE),
    /** With one of them concluded within six weeks of its beginning. */
    WITHIN_SIX_WEEKS(TOOK_PART, EVERYONE),
    /** With one of them by a certain guide: what topics are among. Never shown itself. */
    USED_GUIDE(TOOK_PART, EVERYONE),
    /** With a focus point about a certain topic in a round concluded in the quarter. */
    TOPIC(USED_GUIDE, TOOK_PART, EVERYONE),
    /** With a round followed up and closed in the quarter. */
    FOLLOWED_UP(EVERYONE),
    /** With a focus point that has become a habit, in a round closed in the quarter. */
    KEPT_GOING(FOLLOWED_UP, EVERYONE),
    IN_PROGRESS(FOLLOWED_UP, EVERYONE),
    LET_GO(FOLLOWED_UP, EVERYONE);

    private final List<Measure> among;

    Measure(Measure... among) {
        this.among = Arrays.asList(among);
    }

    /** The ever larger groups that it is a part of. */
    List<Measure> among() {
        return among;
    }

    /**
     * Whether its number may be seen. How many used each guide may not: together they are all who took part, so two of
     * them and that number tell how many used both.
     */
    boolean isShown() {
        return this != USED_GUIDE;
    }

    /** Whether it is counted for each guide by itself. */
    boolean isOfAGuide() {
        return this == USED_GUIDE || this == TOPIC;
    }
}
