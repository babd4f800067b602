package dk.dialogspejl.provisioning.scim;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.platform.log.LogLines;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every operation of the service holds for SCIM too, which is not in the contract that tests are made of. */
@QuarkusTest
class ScimEdgesTest extends ApiTest {

    private static final String SOMEBODY = UUID.randomUUID().toString();

    /** Each operation, with what it answers to who may do it. */
    private static Map<String, Integer> operations() {
        Map<String, Integer> operations = new LinkedHashMap<>();
        operations.put("GET /ServiceProviderConfig", 200);
        operations.put("GET /ResourceTypes", 200);
        operations.put("GET /ResourceTypes/User", 200);
        operations.put("GET /Schemas", 200);
        operations.put("GET /Schemas/" + Scim.USER, 200);
        for (String type : List.of("/Users", "/Groups")) {
            operations.put("GET " + type, 200);
            operations.put("POST " + type + "/.search", 200);
            operations.put("POST " + type, 400);
            for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
                operations.put(method + " " + type + "/" + SOMEBODY, method.equals("PUT") ? 400 : 404);
            }
        }
        return operations;
    }

    private static Response send(Employee caller, String operation) {
        String[] parts = operation.split(" ");
        var request = new Scim(caller).asks();
        if (!Set.of("GET", "DELETE").contains(parts[0])) {
            request.contentType(ScimResource.MEDIA_TYPE)
                    .body(
                            parts[0].equals("PATCH")
                                    ? Map.of(
                                            "schemas",
                                            List.of(Scim.PATCH),
                                            "Operations",
                                            List.of(Scim.operation("replace", "displayName", "x")))
                                    : Map.of());
        }
        return request.request(parts[0], parts[1]);
    }

    /** The readers of {@link dk.dialogspejl.testing.AccessMatrixTest}, and the one who may. */
    @TestFactory
    Stream<DynamicTest> only_a_client_with_the_scope_gets_anything_and_everybody_gets_the_headers() {
        Workplace work = given.aWorkplace();
        Map<Employee, Integer> readers = new LinkedHashMap<>();
        readers.put(Employee.NOBODY, 401);
        for (Employee person : List.of(
                work.anna(),
                work.bo(),
                work.cecilie(),
                work.dorte(),
                work.erik(),
                given.aWorkplace().anna())) {
            readers.put(person, 403);
        }
        readers.put(work.hr(), 403);
        readers.put(given.aClient(work, Set.of()), 403);
        readers.put(given.whoLeft(work, "Hanne"), 401);
        readers.put(given.aClient(work, Set.of(Scope.PEOPLE_PROVISION)), 0);
        List<DynamicTest> cells = new ArrayList<>();
        operations()
                .forEach((operation, status) -> readers.forEach((reader, refusal) ->
                        cells.add(dynamicTest(operation + " by " + reader.name(), () -> {
                            Response answer = send(reader, operation);
                            assertEquals(refusal == 0 ? status : refusal, answer.statusCode());
                            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
                            assertEquals("no-store", answer.header("Cache-Control"));
                            assertTrue(answer.header("Content-Security-Policy")
                                    .startsWith("default-src 'none'; base-uri"));
                            assertEquals(
                                    1,
                                    answer.headers().getValues("Content-Type").size());
                            assertTrue(answer.header("Content-Type").startsWith("application/scim+json"));
                            if (answer.statusCode() >= 400) {
                                assertTrue(answer.asString().contains(Scim.ERROR), answer.asString());
                            }
                        }))));
        return cells.stream();
    }

    @Test
    void a_client_of_summaries_gets_no_people_and_a_client_of_people_no_summaries() {
        Workplace work = given.aWorkplace();
        given.aClient(work, Set.of(Scope.PEOPLE_PROVISION)).reads("/summaries").statusCode(403);
    }

    @Test
    void what_there_is_is_told_and_what_there_is_not() {
        Scim scim = new Scim(given.aClient(given.aWorkplace(), Set.of(Scope.PEOPLE_PROVISION)));
        scim.gets("/ServiceProviderConfig")
                .body("patch.supported", equalTo(true))
                .body("filter.supported", equalTo(true))
                .body("filter.maxResults", equalTo(ScimEndpoint.MOST))
                .body("etag.supported", equalTo(true))
                .body("bulk.supported", equalTo(false))
                .body("sort.supported", equalTo(false))
                .body("changePassword.supported", equalTo(false))
                .body("authenticationSchemes.type", contains("oauthbearertoken"));
        scim.gets("/ResourceTypes").body("Resources.name", hasItems("User", "Group"));
        scim.gets("/Schemas/" + Scim.USER)
                .body("attributes.name", hasItems("userName", "emails", "roles"))
                .body("attributes.name", not(hasItem("password")))
                .body("attributes.name", not(hasItem("addresses")));
        scim.sends("POST", "/Bulk", Map.of()).statusCode(404).body("schemas", contains(Scim.ERROR));
    }

    @Test
    void refusals_from_below_are_in_scims_words_too() {
        Employee client = given.aClient(given.aWorkplace(), Set.of(Scope.PEOPLE_PROVISION));
        List<Response> refusals = List.of(
                new Scim(client).asks().contentType("text/xml").body("<a/>").post("/Users"),
                new Scim(client).asks().delete("/Users"),
                new Scim(client).asks().get("/Nothing"));
        assertEquals(
                List.of(415, 405, 404),
                refusals.stream().map(Response::statusCode).toList());
        for (Response refusal : refusals) {
            assertTrue(refusal.asString().contains(Scim.ERROR), refusal.asString());
            assertTrue(refusal.header("Content-Type").startsWith("application/scim+json"));
        }
    }

    /** As {@link dk.dialogspejl.platform.log.CanaryTest}, for what is not in the contract. */
    @Test
    void what_is_sent_is_in_no_log_header_or_error() {
        String text = "kanariefugl" + UUID.randomUUID().toString().substring(0, 8);
        String both = text + ".010190-1234";
        Employee client = given.aClient(given.aWorkplace(), Set.of(Scope.PEOPLE_PROVISION));
        Scim scim = new Scim(client);
        List<Response> answers = new ArrayList<>();
        try (LogLines log = new LogLines()) {
            for (String operation : operations().keySet()) {
                String[] parts = operation.split(" ");
                String path = parts[1].replace(SOMEBODY, both);
                answers.add(scim.asks()
                        .queryParam("filter", both + " eq \"" + both + "\"")
                        .queryParam("attributes", both)
                        .queryParam("startIndex", both)
                        .header("If-Match", both)
                        .request(parts[0], path));
                if (!Set.of("GET", "DELETE").contains(parts[0])) {
                    for (Object body : List.of(
                            "{\"" + both + "\": \"" + both,
                            Map.of(both, both, "userName", both, "displayName", List.of(both), "active", both),
                            Map.of("filter", "userName eq \"" + both, "startIndex", both),
                            Map.of("members", List.of(Map.of("value", both)), "displayName", both),
                            Map.of(
                                    "schemas",
                                    List.of(both),
                                    "Operations",
                                    List.of(Map.of("op", both, "path", both, "value", both))))) {
                        answers.add(scim.asks()
                                .contentType(ScimResource.MEDIA_TYPE)
                                .body(body)
                                .request(parts[0], path));
                    }
                }
            }
            assertTrue(answers.size() > 50);
            for (String canary : List.of(text, "010190-1234")) {
                log.lines().forEach(line -> assertFalse(line.contains(canary), line));
                for (Response answer : answers) {
                    answer.headers()
                            .forEach(header -> assertFalse(header.getValue().contains(canary)));
                    if (answer.statusCode() >= 400) {
                        assertFalse(answer.asString().contains(canary), answer.asString());
                    }
                    assertTrue(answer.statusCode() < 500, answer.asString());
                }
            }
        }
        assertFalse(RestAssured.get("/q/metrics").asString().contains(text));
    }
}
