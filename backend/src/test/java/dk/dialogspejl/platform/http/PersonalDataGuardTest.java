package dk.dialogspejl.platform.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.dialogspejl.platform.text.KeptPersonalData;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.ValidRequests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No CPR number gets in, by whichever door; what is only a warning gets in when its writer keeps it. */
@QuarkusTest
class PersonalDataGuardTest extends ApiTest {

    private static final String CPR = "151290-1201";
    private static final String PHONE = "20 30 40 50";

    private final ObjectMapper json = new ObjectMapper();

    /** Where a free text comes in: the operation, and a body with nothing but texts that are fine. */
    private record Door(String operation, String method, String path, Map<String, Object> body) {}

    private static List<Door> doors(RoundStory round) {
        String dialogue = "/dialogues/" + round.dialogue(0);
        Map<String, Object> feedback = Map.of(
                "note",
                "ord",
                "questions",
                List.of("ord"),
                "questionsShared",
                false,
                "feedback",
                "ord",
                "feedbackShared",
                false);
        Map<String, Object> series = Map.of(
                "guideId",
                round.workplace().guide(),
                "mode",
                "WITHOUT_VIDEO",
                "periodFrom",
                RoundStory.inDays(0).toString(),
                "periodUntil",
                RoundStory.inDays(7).toString(),
                "numberOfDialogues",
                2,
                "pairing",
                "THEMSELVES",
                "message",
                "ord");
        String team =
                "/teams/" + round.workplace().dorte().reads("/me").extract().path("leads[0].id");
        return List.of(
                new Door("previewSeries", "POST", team + "/series/preview", series),
                new Door("createSeries", "POST", team + "/series", series),
                new Door("changeAgreement", "PUT", round.path("/agreement"), round.agreement()),
                new Door("addDialogue", "POST", round.path("/dialogues"), round.dialogue()),
                new Door("changeDialogue", "PUT", dialogue, round.dialogue()),
                new Door(
                        "finishDialogues",
                        "POST",
                        round.path("/finish-dialogues"),
                        Map.of("fewerDialoguesReason", "ord")),
                new Door("openDiscussion", "POST", round.path("/open-discussion"), Map.of("talkPlace", "ord")),
                new Door("planTalk", "PUT", round.path("/talk"), round.talk()),
                new Door("cancelRound", "POST", round.path("/cancel"), Map.of("reason", "ord")),
                new Door(
                        "writeReflection",
                        "PUT",
                        dialogue + "/reflections/welcome",
                        Map.of("text", "ord", "moments", List.of(Map.of("second", 1, "note", "ord")))),
                new Door("writePartnerFeedback", "PUT", round.path("/partner-feedback/welcome"), feedback),
                new Door("writeSummary", "PUT", round.path("/summary"), round.summary()),
                new Door("writeFollowUp", "PUT", round.path("/follow-up"), round.followUp()),
                new Door("releaseLearning", "PUT", round.path("/learning"), Map.of("sentence", "ord", "named", false)),
                new Door("importGuide", "POST", "/managed-guides/import", ValidRequests.guideFile()),
                new Door(
                        "writeGuide",
                        "PUT",
                        "/managed-guides/" + round.workplace().guide(),
                        ValidRequests.GUIDE));
    }

    @Test
    void every_operation_that_takes_free_text_is_tried_here() {
        TreeSet<String> tried = new TreeSet<>();
        doors(given.aRound().held()).forEach(door -> tried.add(door.operation()));
        assertEquals(new TreeSet<>(ContractConventions.FREE_TEXT), tried);
    }

    @TestFactory
    Stream<DynamicTest> every_text_of_every_operation_is_guarded() {
        RoundStory round = given.aRound().held();
        List<DynamicTest> tests = new ArrayList<>();
        for (Door door : doors(round)) {
            Employee writer = switch (door.operation()) {
                case "writePartnerFeedback" -> round.bo();
                case "previewSeries", "createSeries" -> round.workplace().dorte();
                case "importGuide", "writeGuide" -> round.workplace().erik();
                default -> round.anna();
            };
            withEachText(door.body(), CPR)
                    .forEach((field, body) -> tests.add(dynamicTest(
                            door.operation() + " " + field,
                            () -> sends(writer, door, body, "CPR_NUMBER, PHONE_NUMBER")
                                    .statusCode(400)
                                    .body("violations", hasSize(1))
                                    .body("violations[0].field", equalTo(field))
                                    .body("violations[0].personalData", equalTo("CPR_NUMBER"))
                                    .body(not(containsString(CPR))))));
            withEachText(door.body(), PHONE)
                    .forEach((field, body) ->
                            tests.add(dynamicTest(door.operation() + " " + field + ", a warning", () -> {
                                sends(writer, door, body, null)
                                        .statusCode(400)
                                        .body("violations[0].field", equalTo(field))
                                        .body("violations[0].personalData", equalTo("PHONE_NUMBER"))
                                        .body(not(containsString(PHONE)));
                                sends(writer, door, body, "PHONE_NUMBER")
                                        .body("violations.findAll { it.personalData != null }", hasSize(0));
                            })));
        }
        assertFalse(tests.size() < 40, tests::toString);
        return tests.stream();
    }

    @Test
    void a_kept_warning_is_stored_and_another_kind_is_still_warned_of() {
        RoundStory round = given.aRound().reflecting();
        String page = "/dialogues/" + round.dialogue(0) + "/reflections/welcome";
        Door door = new Door("", "PUT", page, null);
        sends(round.anna(), door, Map.of("text", "Omstillingen har 20 30 40 50"), "PHONE_NUMBER", "\"0\"")
                .statusCode(200)
                .body("text", containsString(PHONE));
        sends(round.anna(), door, Map.of("text", "20 30 40 50 eller a@b.dk"), "PHONE_NUMBER", "\"1\"")
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].personalData", equalTo("EMAIL_ADDRESS"));
        sends(round.anna(), door, Map.of("text", CPR + " og " + PHONE), null, "\"1\"")
                .body("violations.personalData", hasItems("CPR_NUMBER", "PHONE_NUMBER"));
    }

    @Test
    void the_sentence_is_in_the_readers_language_and_says_what_to_do() {
        RoundStory round = given.aRound().held();
        Map<String, Object> body = new HashMap<>(round.dialogue());
        body.put("label", "Pas til " + CPR);
        Door door = new Door("", "POST", round.path("/dialogues"), body);
        sends(round.anna(), door, body, null).body("violations.detail", hasItem(containsString("Slet det")));
        RequestSpecification english = round.anna().asks().header("Accept-Language", "en");
        english.contentType(ContentType.JSON)
                .body(body)
                .post(round.path("/dialogues"))
                .then()
                .body("violations.detail", hasItem(containsString("Delete it")));
    }

    @Test
    void a_refused_text_is_in_no_log_and_no_repeated_answer() {
        List<String> logged = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage()
                        + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(listening);
        RoundStory round = given.aRound().held();
        Map<String, Object> body = new HashMap<>(round.dialogue());
        body.put("label", "Pas til " + CPR);
        String key = UUID.randomUUID().toString();
        try {
            for (int time = 0; time < 2; time++) {
                round.anna()
                        .asks()
                        .header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(round.path("/dialogues"))
                        .then()
                        .statusCode(400)
                        .body("current", nullValue())
                        .body(not(containsString(CPR)));
            }
            body.put("label", "Pas til barn");
            round.anna()
                    .asks()
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(round.path("/dialogues"))
                    .then()
                    .statusCode(201);
        } finally {
            root.removeHandler(listening);
        }
        assertEquals(
                List.of(), logged.stream().filter(line -> line.contains(CPR)).toList());
    }

    @Test
    void signing_in_with_an_address_is_no_matter_for_the_guard() {
        RestAssured.given()
                .basePath("/api/v1")
                .contentType(ContentType.JSON)
                .body(Map.of("email", "nobody@fjordby.example", "password", "20304050"))
                .post("/session")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse sends(Employee writer, Door door, Object body, String kept) {
        return sends(writer, door, body, kept, null);
    }

    private static ValidatableResponse sends(Employee writer, Door door, Object body, String kept, String ifMatch) {
        RequestSpecification request =
                writer.asks().contentType(ContentType.JSON).body(body);
        if (kept != null) {
            request.header(KeptPersonalData.HEADER, kept);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.request(door.method(), door.path()).then();
    }

    /** The body once for each text in it, with that text replaced; by the field's name in a violation. */
    private Map<String, JsonNode> withEachText(Map<String, Object> body, String text) {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        for (String field : texts("", json.valueToTree(body))) {
            ObjectNode copy = json.valueToTree(body);
            String pointer = "/" + field.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
            JsonNode parent = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
            String last = pointer.substring(pointer.lastIndexOf('/') + 1);
            if (parent instanceof ArrayNode list) {
                list.set(Integer.parseInt(last), text);
            } else {
                ((ObjectNode) parent).put(last, text);
            }
            bodies.put(field, copy);
        }
        return bodies;
    }

    private static List<String> texts(String path, JsonNode node) {
        List<String> found = new ArrayList<>();
        node.fields()
                .forEachRemaining(field -> found.addAll(
                        texts(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue())));
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            found.addAll(texts(path + "[" + at + "]", node.get(at)));
        }
        if (node.isTextual() && !node.textValue().matches("[A-Z_]+|dialogspejl-guide-\\d|\\d{4}-.*|[0-9a-f-]{36}")) {
            found.add(path);
        }
        return found;
    }
}
