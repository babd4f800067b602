package dk.dialogspejl.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.dialogspejl.integration.FeedCursor.Load;
import dk.dialogspejl.integration.FeedCursor.Position;
import dk.dialogspejl.platform.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FeedCursorTest {

    @Property
    void a_cursor_reads_back_as_it_was(
            @ForAll @IntRange(min = 10_957, max = 84_005) int day,
            @ForAll @LongRange(min = 0) long transaction,
            @ForAll long high,
            @ForAll long low,
            @ForAll @LongRange(min = 0) long below,
            @ForAll @LongRange(min = 946_684_800L, max = 7_258_118_399L) long since,
            @ForAll @IntRange(max = 2) int kind) {
        Load load = kind == 0 ? null : new Load(below, kind == 1 ? null : Instant.ofEpochSecond(since));
        FeedCursor cursor = new FeedCursor(
                "74ac951c3a04",
                "q0FO58BAftIVZtUU5qsef4",
                LocalDate.ofEpochDay(day),
                new Position(transaction, new UUID(high, low)),
                load);
        assertEquals(cursor, FeedCursor.parse(cursor.opaque()));
    }

    @Property
    void whatever_else_is_sent_is_a_fault_of_the_request(@ForAll String foreign) {
        assertThrows(ProblemException.class, () -> FeedCursor.parse(foreign));
    }
}
