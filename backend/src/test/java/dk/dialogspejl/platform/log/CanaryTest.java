package dk.dialogspejl.platform.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Operation;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.ValidRequests;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people write, and a CPR number, turn up nowhere but where they were written (ASVS 14.2.1, 16.2.5). */
@QuarkusTest
class CanaryTest extends ApiTest {

    private static final String TEXT =
            "kanariefugl" + UUID.randomUUID().toString().substring(0, 8);
    private static final String CPR = "010190-1234";
    private static final List<String> CANARIES = List.of(TEXT, CPR);

    private int sent;

    @Test
    void what_is_sent_in_any_part_of_any_request_is_in_no_log_metric_error_or_header() {
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).sharingEarly().outcomes();
        RoundStory open = RoundStory.at(work).discussing();
        ValidRequests requests = new ValidRequests(round);
        try (LogLines log = new LogLines()) {
            String both = TEXT + "." + CPR;
            for (Operation operation : Operation.all()) {
                for (Employee caller : callers(operation, work)) {
                    inTheBody(requests, operation, caller, both);
                    inTheAddress(requests, operation, caller, both);
                    if (!operation.endless()) {
                        inTheHead(requests, operation, caller, both);
                    }
                }
            }
            stored(open, TEXT);
            elsewhere(both);
            log.lines().forEach(line -> CANARIES.forEach(canary -> assertFalse(line.contains(canary), line)));
            assertTrue(log.lines().size() > 500, log.lines().size() + " lines");
            System.out.printf(
                    "Canaries: %d requests, %d log lines%n", sent, log.lines().size());
        }
        String metrics = RestAssured.get("/q/metrics").asString();
        CANARIES.forEach(canary -> assertFalse(metrics.contains(canary)));
    }

    private static List<Employee> callers(Operation operation, Workplace work) {
        boolean leaders = operation.path().matches(".*/(teams|series)(/.*)?");
        return List.of(work.anna(), work.bo(), leaders ? work.dorte() : work.erik(), Employee.NOBODY);
    }

    private void inTheBody(ValidRequests requests, Operation operation, Employee caller, String canary) {
        if (operation.bodyType() == null) {
            return;
        }
        if (!operation.bodyType().equals("application/json")) {
            check(from(requests.of(operation, caller))
                    .body("grant_type=" + canary + "&client_id=" + canary)
                    .request(operation.method(), requests.path(operation)));
            return;
        }
        List<Map<Object, Object>> bodies = new ArrayList<>();
        Map<String, Object> valid = operation.id().equals("signIn")
                ? Map.of("email", canary + "@example.org", "password", canary)
                : requests.body(operation);
        bodies.add(new LinkedHashMap<>(valid));
        for (var field : valid.keySet()) {
            for (Object value : List.of(canary, List.of(canary), Map.of("value", canary))) {
                Map<Object, Object> body = new LinkedHashMap<>(valid);
                body.put(field, value);
                bodies.add(body);
            }
        }
        Map<Object, Object> unknown = new LinkedHashMap<>(valid);
        unknown.put("unknown", canary);
        bodies.add(unknown);
        for (Map<Object, Object> body : bodies) {
            check(from(requests.of(operation, caller))
                    .body(body)
                    .request(operation.method(), requests.path(operation)));
        }
        check(from(requests.of(operation, caller))
                .body("{\"text\": \"" + canary + "\", " + canary)
                .request(operation.method(), requests.path(operation)));
    }

    private void inTheAddress(ValidRequests requests, Operation operation, Employee caller, String canary) {
        if (operation.path().contains("{")) {
            check(from(requests.of(operation, caller))
                    .request(operation.method(), operation.path().replaceAll("\\{\\w+}", canary)));
        }
        for (Map<String, Object> parameter : operation.parameters()) {
            if ("query".equals(parameter.get("in"))) {
                check(from(requests.of(operation, caller))
                        .queryParam((String) parameter.get("name"), canary)
                        .request(operation.method(), requests.path(operation)));
            }
        }
    }

    private void inTheHead(ValidRequests requests, Operation operation, Employee caller, String canary) {
        RequestSpecification request = from(requests.of(operation, caller));
        for (String header :
                List.of("Accept-Language", "Idempotency-Key", "If-Match", "Origin", "Referer", "User-Agent")) {
            request.header(header, canary);
        }
        request.cookie("refresh", canary).header("X-Request-Id", CPR);
        check(request.request(operation.method(), requests.path(operation)));
        check(RestAssured.given()
                .redirects()
                .follow(false)
                .header("Authorization", "Bearer " + canary)
                .request(operation.method(), requests.path(operation)));
    }

    /** An address of its own, so that what it tries counts against nobody else. */
    private static RequestSpecification from(RequestSpecification request) {
        return request.noFiltersOfType(OpenApiValidationFilter.class).header("X-Forwarded-For", "203.0.113.77");
    }

    /** What is written is kept, and read again by who wrote it. */
    private static void stored(RoundStory round, String canary) {
        Map<String, Object> summary = round.summary();
        summary.put("learning", canary);
        summary.put("workedWell", canary);
        round.bo()
                .puts(round.path("/summary"), round.bo().etag(round.path("/summary")), summary)
                .statusCode(200);
        assertEquals(200, round.anna().asks().get(round.path("/summary")).statusCode());
    }

    private void elsewhere(String canary) {
        for (String path : List.of("/", "/rounds/", "/assets/", "/api/", "/api/v1/", "/q/", "/api/docs/")) {
            check(from(RestAssured.given()).accept("text/html").get(path + canary));
            check(RestAssured.given()
                    .accept("application/json")
                    .queryParam("q", canary)
                    .get(path + canary));
        }
        check(from(RestAssured.given())
                .contentType("application/json")
                .body(Map.of("email", given.aWorkplace().anna().email(), "password", canary + Given.PASSWORD))
                .post("/api/v1/session"));
    }

    /** Nothing of it comes back in a head, nor in an error. */
    private void check(Response answer) {
        sent++;
        for (String canary : CANARIES) {
            answer.headers().forEach(header -> assertFalse(header.getValue().contains(canary), header.toString()));
            if (answer.statusCode() >= 400) {
                assertFalse(answer.asString().contains(canary), answer.asString());
            }
        }
    }
}
