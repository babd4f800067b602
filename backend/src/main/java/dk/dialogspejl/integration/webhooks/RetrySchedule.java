package dk.dialogspejl.integration.webhooks;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When an event that has not arrived is sent again. Each pause is some three times as long as it has waited by then: 5 and
 * 15 seconds, 1, 4, 16 minutes, 1 and 4 hours, then 8 each, shortened at random by up to a third so that what failed
 * together does not come back together. The last attempt is made three days after the event.
 */
final class RetrySchedule {

    static final Duration SHORTEST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofHours(8);

    private static final double JITTER = 1.0 / 3;

    private RetrySchedule() {}

    /**
     * @param retryAfter when the receiver wants it: later than ours it holds, up to {@link #LONGEST}
     * @param random from 0 to 1
     * @return empty when it has been tried for long enough
     */
    static Optional<Instant> next(
            Instant waitingSince, Instant now, Optional<Duration> retryAfter, DoubleSupplier random) {
        Instant last = waitingSince.plus(Webhook.PATIENCE);
        if (!now.isBefore(last)) {
            return Optional.empty();
        }
        Duration waited = Duration.between(waitingSince, now);
        double pause = within(waited.multipliedBy(3)).toMillis() * (1 - JITTER * random.getAsDouble());
        Duration asked = within(retryAfter.orElse(Duration.ZERO));
        Instant next = now.plusMillis(Math.max((long) pause, retryAfter.isPresent() ? asked.toMillis() : 0));
        return Optional.of(next.isBefore(last) ? next : last);
    }

    private static Duration within(Duration pause) {
        if (pause.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** Of a {@code Retry-After} in seconds or as a date (RFC 9110, section 10.2.3); empty for what is neither. */
    static Optional<Duration> retryAfter(String header, Clock clock) {
        String value = header.strip();
        try {
            if (value.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(clock.instant(), at));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
