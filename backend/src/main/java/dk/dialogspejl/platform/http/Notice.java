package dk.dialogspejl.platform.http;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** What is told of an operation that is to go, in the headers of its answers. */
record Notice(LocalDate since, LocalDate until, String instead) {

    static final String DEPRECATION = "Deprecation";
    static final String SUNSET = "Sunset";

    /** How an HTTP date is written (RFC 9110, section 5.6.7). */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** @throws IllegalStateException for less than the year that integrators are promised */
    Notice {
        if (until.isBefore(since.plusYears(1))) {
            throw new IllegalStateException("Discouraged since " + since + " and gone " + until
                    + ": docs/integrators.md promises a year in between");
        }
    }

    static Notice of(String since, String until, String instead) {
        return new Notice(LocalDate.parse(since), LocalDate.parse(until), instead);
    }

    Map<String, String> headers() {
        return Map.of(
                DEPRECATION,
                "@" + since.atStartOfDay().toEpochSecond(ZoneOffset.UTC), // RFC 9745
                SUNSET,
                HTTP_DATE.format(until.atStartOfDay()), // RFC 8594
                "Link",
                "<" + instead + ">; rel=\"deprecation\"");
    }
}
