package dk.dialogspejl.integration.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant HAPPENED = Instant.parse("2026-12-17T08:00:00Z");
    private static final Instant LAST = HAPPENED.plus(Duration.ofDays(3));

    private static List<Duration> attempts(Random random) {
        List<Duration> attempts = new ArrayList<>(List.of(Duration.ZERO));
        Optional<Instant> next = Optional.of(HAPPENED);
        while ((next = RetrySchedule.next(HAPPENED, next.get(), Optional.empty(), random::nextDouble)).isPresent()) {
            attempts.add(Duration.between(HAPPENED, next.get()));
        }
        return attempts;
    }

    @Test
    void pauses_grow_to_eight_hours_and_the_last_attempt_is_after_three_days() {
        for (int seed = 0; seed < 200; seed++) {
            List<Duration> attempts = attempts(new Random(seed));
            assertTrue(attempts.size() >= 15 && attempts.size() <= 25, attempts.toString());
            assertEquals(Duration.ofDays(3), attempts.get(attempts.size() - 1));
            for (int attempt = 2; attempt < attempts.size(); attempt++) {
                Duration pause = attempts.get(attempt).minus(attempts.get(attempt - 1));
                assertTrue(pause.compareTo(RetrySchedule.LONGEST) <= 0, pause.toString());
            }
            assertTrue(attempts.get(4).compareTo(Duration.ofMinutes(6)) < 0, "the first few within minutes");
        }
    }

    @Test
    void what_failed_together_does_not_come_back_together() {
        List<Duration> tenth = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            tenth.add(attempts(new Random(seed)).get(9));
        }
        assertEquals(20, tenth.stream().distinct().count());
    }

    @Test
    void what_the_receiver_asks_for_holds_within_bounds() {
        assertEquals(Duration.ofHours(2), pause(Duration.ofHours(2)));
        assertEquals(Duration.ofHours(8), pause(Duration.ofDays(2)));
        assertEquals(Duration.ofSeconds(30), pause(Duration.ofSeconds(1)), "not sooner than ours");
        assertEquals(Duration.ofSeconds(30), pause(Duration.ofSeconds(-100)));
        Instant nearlyLast = LAST.minusSeconds(60);
        assertEquals(
                Optional.of(LAST), RetrySchedule.next(HAPPENED, nearlyLast, Optional.of(Duration.ofHours(2)), () -> 0));
    }

    private static Duration pause(Duration asked) {
        Instant now = HAPPENED.plusSeconds(10);
        return Duration.between(
                now,
                RetrySchedule.next(HAPPENED, now, Optional.of(asked), () -> 0).orElseThrow());
    }

    @Test
    void it_is_asked_for_in_seconds_or_as_a_date() {
        Clock clock = Clock.fixed(HAPPENED, ZoneOffset.UTC);
        assertEquals(Optional.of(Duration.ofSeconds(120)), RetrySchedule.retryAfter(" 120 ", clock));
        assertEquals(
                Optional.of(Duration.ofHours(1)), RetrySchedule.retryAfter("Thu, 17 Dec 2026 09:00:00 GMT", clock));
        for (String neither : List.of("", "-1", "soon", "12 hours", "99999999999999", "2026-12-17T09:00:00Z")) {
            assertEquals(Optional.empty(), RetrySchedule.retryAfter(neither, clock), neither);
        }
    }
}
