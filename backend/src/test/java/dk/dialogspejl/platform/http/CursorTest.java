package dk.dialogspejl.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class CursorTest {

    @Property
    void a_cursor_reads_back_as_it_was(
            @ForAll @LongRange(min = 946_684_800L, max = 7_258_118_399L) long second,
            @ForAll @LongRange(min = 0, max = 999_999) long micros,
            @ForAll long high,
            @ForAll long low) {
        Cursor cursor = new Cursor(Instant.ofEpochSecond(second, micros * 1000), new UUID(high, low));
        assertEquals(cursor, Cursor.parse(cursor.opaque()));
    }

    @Property
    void whatever_else_is_sent_is_a_fault_of_the_request(@ForAll String foreign) {
        assertThrows(ProblemException.class, () -> Cursor.parse(foreign));
    }
}
