package dk.dialogspejl.notifications.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What calendars get to read. */
@QuarkusTest
class CalendarTest extends ApiTest {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private static String unfolded(Employee reader, String path) {
        return asks(reader, path)
                .statusCode(200)
                .header("Content-Type", "text/calendar;charset=UTF-8")
                .extract()
                .asString()
                .replace("\r\n ", "");
    }

    private static ValidatableResponse asks(Employee reader, String path) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + reader.token())
                .get("/api/v1" + path)
                .then();
    }

    private static RoundStory planned(RoundStory round, Instant at) {
        Map<String, Object> talk = round.talk();
        talk.put("at", at.toString());
        round.bo()
                .puts(round.path("/talk"), round.bo().etag(round.path("")), talk)
                .statusCode(200);
        return round;
    }

    @Test
    void a_talk_is_at_the_same_time_of_day_in_winter_and_in_summer() {
        RoundStory round = given.aRound().conducting();
        int year = LocalDate.now(DENMARK).getYear() + 1;
        for (int month : new int[] {1, 7}) {
            planned(
                    round,
                    ZonedDateTime.of(year, month, 20, 10, 0, 0, 0, DENMARK).toInstant());
            String calendar = unfolded(round.anna(), round.path("/talk/calendar"));
            String start = "DTSTART;TZID=Europe/Copenhagen:%d%02d20T100000\r\n".formatted(year, month);
            assertTrue(calendar.contains(start), calendar);
            assertTrue(calendar.contains("DURATION:PT45M\r\n"), calendar);
        }
    }

    @Test
    void it_names_its_zone_is_private_and_holds_no_address() {
        RoundStory round = planned(given.aRound().conducting(), Instant.parse("2040-01-20T09:00:00Z"));
        String calendar = unfolded(round.anna(), round.path("/talk/calendar"));
        for (String line : new String[] {
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Copenhagen",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "METHOD:PUBLISH",
            "CLASS:PRIVATE",
            "STATUS:CONFIRMED",
            "SUMMARY:Samtale med Bo",
            "LOCATION:Mødelokale 2",
            "SEQUENCE:1",
            "UID:talk-" + round.id() + "@dialogspejl",
            "DESCRIPTION:Se forløbet i Dialogspejl: https://dialogspejl.example/rounds/" + round.id(),
        }) {
            assertTrue(calendar.contains(line + "\r\n"), line + " in " + calendar);
        }
        assertFalse(calendar.contains("mailto:"), calendar);
        assertEquals(
                1,
                Pattern.compile("DTSTAMP:\\d{8}T\\d{6}Z\r\n")
                        .matcher(calendar)
                        .results()
                        .count(),
                calendar);
    }

    @Test
    void what_is_in_a_place_cannot_break_out_of_it() {
        RoundStory round = given.aRound().conducting();
        Map<String, Object> talk = round.talk();
        talk.put("place", "Lokale 2; tag kaffe, tak\nATTENDEE:mailto:x");
        round.bo()
                .puts(round.path("/talk"), round.bo().etag(round.path("")), talk)
                .statusCode(200);
        String calendar = unfolded(round.anna(), round.path("/talk/calendar"));
        assertTrue(calendar.contains("LOCATION:Lokale 2\\; tag kaffe\\, tak\\nATTENDEE:"), calendar);
    }

    @Test
    void without_a_talk_there_is_nothing_to_download() {
        RoundStory round = given.aRound().conducting();
        asks(round.anna(), round.path("/talk/calendar")).statusCode(404);
        planned(round, Instant.parse("2040-01-20T09:00:00Z"));
        round.anna()
                .sends("DELETE", round.path("/talk"), round.anna().etag(round.path("")), null)
                .statusCode(200);
        asks(round.anna(), round.path("/talk/calendar")).statusCode(404);
    }

    @Test
    void a_follow_up_is_a_day_that_takes_up_no_time() {
        RoundStory round = given.aRound().concluded();
        String calendar = unfolded(round.bo(), round.path("/follow-up/calendar"));
        String day = RoundStory.inDays(30).toString().replace("-", "");
        assertTrue(calendar.contains("DTSTART;VALUE=DATE:" + day + "\r\n"), calendar);
        assertTrue(calendar.contains("TRANSP:TRANSPARENT\r\n"), calendar);
        assertTrue(calendar.contains("SUMMARY:Opfølgning med Anna\r\n"), calendar);
    }
}
