package dk.dialogspejl.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** The years anything here can happen in, 2000 to 2199: well inside what PostgreSQL holds. */
public final class Years {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Years() {}

    /** @param moment an {@link Instant} or a {@link LocalDate} */
    public static boolean cover(TemporalAccessor moment) {
        long day = moment instanceof Instant instant
                ? Math.floorDiv(instant.getEpochSecond(), 86_400L)
                : moment.getLong(ChronoField.EPOCH_DAY);
        return day >= FIRST.toEpochDay() && day <= LAST.toEpochDay();
    }
}
