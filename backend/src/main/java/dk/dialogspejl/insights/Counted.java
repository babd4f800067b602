package dk.dialogspejl.insights;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is counted. With a guide and without a topic it is who took part by that guide: what its topics are among.
 *
 * @param guide and {@code topic} null where it is not about one
 */
record Counted(Measure measure, UUID guide, String topic) {

    static Counted of(Measure measure) {
        return new Counted(measure, null, null);
    }

    static Counted byGuide(UUID guide) {
        return new Counted(Measure.TOOK_PART, guide, null);
    }

    /**
     * Whether its number may be seen. How many took part by each guide may not: together they are all who took part, so two of
     * them and that number tell how many used both.
     */
    boolean isShown() {
        return guide == null || topic != null;
    }

    /** The ever larger groups that it is a part of; the last is everyone. */
    List<Counted> among() {
        Counted larger = larger();
        return larger == null
                ? List.of()
                : Stream.concat(Stream.of(larger), larger.among().stream()).toList();
    }

    private Counted larger() {
        if (topic != null) {
            return byGuide(guide);
        }
        if (guide != null) {
            return of(measure);
        }
        return measure.larger() == null ? null : of(measure.larger());
    }
}
