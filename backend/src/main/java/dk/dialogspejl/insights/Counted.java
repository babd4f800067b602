package dk.dialogspejl.insights;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is counted.
 *
 * @param guide the oldest that has the topic; other guides may have the same one
 * @param topic its key; null, as the guide, where it is not about one
 */
record Counted(Measure measure, UUID guide, String topic) {

    static Counted of(Measure measure) {
        return new Counted(measure, null, null);
    }

    /**
     * Of those who took part, who have done so by a guide with this topic and could choose it.
     *
     * @throws IllegalStateException where it is about no topic
     */
    Counted whoCould() {
        if (measure != Measure.TOPIC) {
            throw new IllegalStateException(measure + " is about no topic");
        }
        return new Counted(measure.larger(), guide, topic);
    }

    /** Whether its number may be seen. How many could choose a topic may not: it tells of those who used another guide. */
    boolean isShown() {
        return topic == null || measure == Measure.TOPIC;
    }

    /** The ever larger groups that it is a part of; the last is everyone. */
    List<Counted> among() {
        return measure.larger() == null
                ? List.of()
                : Stream.concat(Stream.of(of(measure.larger())), of(measure.larger()).among().stream())
                        .toList();
    }
}
