package dk.dialogspejl.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.notifications.MailPace;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

    @ParameterizedTest
    @CsvSource({
        "SOON, 2026-11-25T22:00:00Z, 2026-11-25T22:02:00Z",
        "DAILY, 2026-11-25T05:59:59Z, 2026-11-25T06:00:00Z", // seven in Denmark, in winter
        "DAILY, 2026-11-25T06:00:00Z, 2026-11-26T06:00:00Z",
        "DAILY, 2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z", // the night summer time ends
        "DAILY, 2026-03-28T20:00:00Z, 2026-03-29T05:00:00Z", // the night it begins
    })
    void the_urgent_is_due_within_minutes_and_the_rest_at_seven_in_the_morning_in_denmark(
            MailPace pace, Instant now, Instant due) {
        assertEquals(due, Digest.due(pace, now));
    }
}
