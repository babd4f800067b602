package dk.dialogspejl.testing;

import static dk.dialogspejl.testing.Beforehand.by;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Mass assignment (ASVS 15.3.3, API3:2023): what a client may not decide, it cannot send along either. */
@QuarkusTest
class SmuggledFieldsTest extends ApiTest {

    private static final Map<String, Object> SMUGGLED = Map.of(
            "organisationId", UUID.randomUUID(),
            "role", "ADMINISTRATOR",
            "roles", List.of("ADMINISTRATOR"),
            "status", "CONCLUDED",
            "ownerId", UUID.randomUUID(),
            "id", UUID.randomUUID(),
            "version", 99,
            "__proto__", Map.of("admin", true));

    /** Each field in the body itself and in each object within it, one at a time; after each operation all is looked at. */
    @TestFactory
    Stream<DynamicTest> a_smuggled_field_is_refused_by_name_in_every_body_and_changes_nothing() {
        RoundStory round = given.aRound().sharingEarly().outcomes();
        ValidRequests requests = new ValidRequests(round);
        List<Object> before = everything(round);
        List<DynamicTest> attempts = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        for (Operation operation : Operation.all()) {
            if (!ContentType.JSON.matches(String.valueOf(operation.bodyType()))) {
                continue;
            }
            Employee author = author(operation, round);
            String path = requests.path(operation);
            SMUGGLED.forEach((field, value) -> bodiesWith(requests.body(operation), field, value, "")
                    .forEach((smuggled, body) -> attempts.add(dynamicTest(operation.id() + " " + smuggled, () -> {
                        request(author)
                                .header("If-Match", "\"1\"")
                                .body(body)
                                .request(operation.method(), path)
                                .then()
                                .statusCode(400)
                                .body("violations.field", hasItem(smuggled));
                        asked.incrementAndGet();
                    }))));
            attempts.add(
                    dynamicTest(operation.id() + " changes nothing", () -> assertEquals(before, everything(round))));
        }
        attempts.add(dynamicTest("attempts", () -> {
            assertTrue(asked.get() >= 15 * SMUGGLED.size(), asked + " attempts");
            System.out.printf("Smuggled fields: %s attempts%n", asked);
        }));
        return attempts.stream();
    }

    @TestFactory
    Stream<DynamicTest> an_operation_that_takes_no_body_does_not_read_one() {
        RoundStory round = given.aRound().sharingEarly().outcomes();
        ValidRequests requests = new ValidRequests(round);
        List<Object> before = everything(round);
        return Operation.all().stream()
                .filter(operation -> operation.writes() && operation.bodyType() == null && !operation.open())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Response without = request(round.anna()).request(operation.method(), requests.path(operation));
                    Response with =
                            request(round.anna()).body(SMUGGLED).request(operation.method(), requests.path(operation));
                    assertEquals(without.statusCode(), with.statusCode());
                    assertEquals(before, everything(round));
                }));
    }

    @Test
    void a_step_with_a_status_in_its_body_leads_where_steps_lead() {
        RoundStory round = given.aRound().invited();
        request(round.bo())
                .basePath("/api/v1")
                .header("If-Match", round.bo().etag(round.path("")))
                .body(SMUGGLED)
                .post(round.path("/accept"))
                .then()
                .statusCode(200)
                .body("status", equalTo("PREPARING"))
                .body("id", equalTo(round.id().toString()));
        round.bo().reads("/me").body("roles", equalTo(List.of("EMPLOYEE")));
    }

    @Test
    void a_client_cannot_name_its_organisation_or_its_role() {
        Workplace work = given.aWorkplace();
        Employee hr = work.hr();
        String token = Given.clientToken(
                hr.email(),
                Map.of(
                        "organisationId", given.aWorkplace().organisation(),
                        "org", given.aWorkplace().organisation(),
                        "groups", "administrator"));
        JsonPath claims =
                new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        assertEquals(work.organisation().toString(), claims.getString("org"));
        new Employee(hr.name(), null, hr.email(), token).reads("/api-clients").statusCode(403);
    }

    private static Employee author(Operation operation, RoundStory round) {
        return switch (operation.id()) {
            case "writePartnerFeedback" -> round.bo();
            case "createApiClient",
                    "changeApiClient",
                    "createWebhook",
                    "changeWebhook",
                    "replayWebhook",
                    "copyGuide",
                    "importGuide",
                    "writeGuide",
                    "invitePerson",
                    "previewPersonChange",
                    "changePerson",
                    "createTeam",
                    "renameTeam",
                    "changeRules",
                    "changeRetention" -> round.workplace().erik();
            case "previewSeries", "createSeries", "remindPeople" ->
                round.workplace().dorte();
            default -> round.anna();
        };
    }

    private static RequestSpecification request(Employee caller) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + caller.token())
                .contentType(ContentType.JSON);
    }

    /** The body with the field in it, by the field's path; not where the contract has a field of that name. */
    private static Map<String, Object> bodiesWith(Map<?, ?> body, String field, Object value, String below) {
        Map<String, Object> bodies = new LinkedHashMap<>();
        if (!body.containsKey(field)) {
            Map<Object, Object> with = new LinkedHashMap<>(body);
            with.put(field, value);
            bodies.put(below + field, with);
        }
        body.forEach((name, part) -> {
            if (part instanceof Map<?, ?> object) {
                bodiesWith(object, field, value, below + name + ".")
                        .forEach((path, changed) -> bodies.put(path, replaced(body, name, changed)));
            } else if (part instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> first) {
                bodiesWith(first, field, value, below + name + "[0].")
                        .forEach((path, changed) -> bodies.put(path, replaced(body, name, List.of(changed))));
            }
        });
        return bodies;
    }

    private static Map<Object, Object> replaced(Map<?, ?> body, Object name, Object part) {
        Map<Object, Object> changed = new LinkedHashMap<>(body);
        changed.put(name, part);
        return changed;
    }

    /** What the two can read of it, and of themselves. */
    private static List<Object> everything(RoundStory round) {
        List<Object> all = new ArrayList<>();
        for (Employee reader : List.of(round.anna(), round.bo())) {
            for (String path : List.of(
                    "/me",
                    "/rounds",
                    round.path(""),
                    round.path("/history"),
                    round.path("/agreement"),
                    round.path("/dialogues"),
                    "/dialogues/" + round.dialogue(0) + "/reflections",
                    round.path("/partner-feedback"),
                    round.path("/summary"),
                    round.path("/follow-up"))) {
                all.add(by(reader).reads(path));
            }
        }
        return all;
    }
}
