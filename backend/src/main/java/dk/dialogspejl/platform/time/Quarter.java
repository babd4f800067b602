package dk.dialogspejl.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A quarter of a year, in Danish days: the only periods that something is told of people by, so that no two of them overlap.
 *
 * @param from its first day
 */
public record Quarter(LocalDate from) {

    private static final int MONTHS = 3;

    public static Quarter of(LocalDate day) {
        return new Quarter(day.with(IsoFields.DAY_OF_QUARTER, 1));
    }

    /** The last ones that are over, newest first. */
    public static List<Quarter> endedBefore(LocalDate today, int count) {
        LocalDate running = of(today).from;
        return IntStream.rangeClosed(1, count)
                .mapToObj(back -> new Quarter(running.minusMonths((long) MONTHS * back)))
                .toList();
    }

    /** The day after its last. */
    public LocalDate until() {
        return from.plusMonths(MONTHS);
    }

    public Instant begins() {
        return from.atStartOfDay(TimeSource.DENMARK).toInstant();
    }

    public Instant ends() {
        return until().atStartOfDay(TimeSource.DENMARK).toInstant();
    }
}
