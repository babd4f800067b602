package dk.dialogspejl.platform.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecurityLogTest extends ApiTest {

    private static List<String> events(LogLines log) {
        return log.lines().stream()
                .filter(line -> line.contains("[" + SecurityLog.CATEGORY + "]"))
                .toList();
    }

    private static void assertTold(LogLines log, String... parts) {
        assertTrue(
                events(log).stream().anyMatch(line -> List.of(parts).stream().allMatch(line::contains)),
                () -> String.join(" ", parts) + " is not in " + events(log));
    }

    @Test
    void signing_in_and_out_and_a_token_used_twice_are_told_by_ids() {
        Workplace work = given.aWorkplace();
        String organisation = "organisation=" + work.organisation();
        String anna = "who=" + work.anna().id();
        try (LogLines log = new LogLines()) {
            String cookie = RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of("email", work.anna().email(), "password", Given.PASSWORD))
                    .post("/api/v1/session")
                    .cookie("refresh");
            assertTold(log, "event=SIGNED_IN", organisation, anna);
            RestAssured.given().cookie("refresh", cookie).delete("/api/v1/session");
            assertTold(log, "event=SIGNED_OUT", organisation, anna);
            String stolen = RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of("email", work.anna().email(), "password", Given.PASSWORD))
                    .post("/api/v1/session")
                    .cookie("refresh");
            RestAssured.given().cookie("refresh", stolen).post("/api/v1/session/refresh");
            RestAssured.given().cookie("refresh", stolen).post("/api/v1/session/refresh");
            assertTold(log, "event=REFRESH_TOKEN_REUSED", organisation, anna);
            RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of("email", work.anna().email(), "password", "forkert"))
                    .post("/api/v1/session");
            assertTold(log, "event=SIGN_IN_FAILED", organisation);
            Given.clientToken(work.hr().email(), Map.of());
            assertTold(log, "event=CLIENT_SIGNED_IN", organisation);
            assertEquals(
                    List.of(),
                    events(log).stream().filter(line -> line.contains("@")).toList());
        }
    }

    @Test
    void what_an_administrator_changes_is_told_with_the_ids_of_it() {
        Employee erik = given.aWorkplace().erik();
        try (LogLines log = new LogLines()) {
            UUID client = erik.creates("/api-clients", Map.of("name", "Løn", "scopes", List.of("summaries:read")));
            assertTold(log, "event=ADMINISTERED", "operation=ApiClientResource.create", "who=" + erik.id());
            String path = "/api-clients/" + client;
            erik.sends("POST", path + "/revoke", erik.etag(path), null).statusCode(200);
            assertTold(log, "operation=ApiClientResource.revoke", "ids=[" + client + "]", "who=" + erik.id());
            assertEquals(
                    List.of(),
                    events(log).stream().filter(line -> line.contains("Løn")).toList());
        }
    }

    @Test
    void every_refusal_is_told_with_who_asked_for_what() {
        RoundStory round = given.aRound().reflected();
        Employee cecilie = round.workplace().cecilie();
        try (LogLines log = new LogLines()) {
            Employee.NOBODY.reads("/me").statusCode(401);
            assertTold(log, "event=REFUSED", "status=401", "operation=MeResource.", "who=nobody");
            cecilie.reads("/summaries").statusCode(403);
            assertTold(log, "status=403", "operation=SharedSummaryResource.", "who=" + cecilie.id());
            cecilie.reads(round.path("")).statusCode(404);
            assertTold(log, "status=404", "operation=RoundResource.", "who=" + cecilie.id());
            int told = events(log).size();
            round.anna().reads(round.path("")).statusCode(200);
            assertEquals(told, events(log).size());
        }
    }
}
