package dk.dialogspejl.platform.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people, programs and attackers may send: a clear 4xx in both languages, and nothing stored. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest extends ApiTest {

    private static final String MEGABYTE = "æ".repeat(512 * 1024);

    private RoundStory conducting;
    private RoundStory discussing;
    private RoundStory preparing;
    private Workplace elsewhere;

    /** @param field the violation's field, or null where the problem is not about one */
    private record Input(
            String name, String method, String path, String contentType, String body, int status, String field) {
        @Override
        public String toString() {
            return name + ": " + method + " " + path;
        }
    }

    private static Input json(String name, String method, String path, String body, int status, String field) {
        return new Input(name, method, path, "application/json", body, status, field);
    }

    private static List<Input> inputs() {
        String reflection = "/dialogues/{dialogue}/reflections/welcome";
        String summary = "/rounds/{discussing}/summary";
        String agreement = "/rounds/{preparing}/agreement";
        String text = "{\"text\": \"%s\"}";
        String past = RoundStory.inDays(-1).toString();
        return List.of(
                json("no body", "POST", "/rounds", "", 400, ""),
                json("null for a body", "POST", "/rounds", "null", 400, ""),
                json("an empty object", "POST", "/rounds", "{}", 400, "partnerId"),
                json("no JSON", "POST", "/rounds", "{\"guideId\": ", 400, null),
                json("an array for an object", "POST", "/rounds", "[]", 400, ""),
                json("a number for an id", "POST", "/rounds", "{\"guideId\": 7}", 400, "guideId"),
                json("a word for an id", "POST", "/rounds", "{\"guideId\": \"hello\"}", 400, "guideId"),
                json("an unknown name", "POST", "/rounds", "{\"mode\": \"WITH_SOUND\"}", 400, "mode"),
                json("an emoji for a name", "POST", "/rounds", "{\"mode\": \"😊\"}", 400, "mode"),
                json("an unknown field", "POST", "/rounds", "{\"role\": \"ADMINISTRATOR\"}", 400, "role"),
                json("a status in the body", "POST", "/rounds", "{\"status\": \"CONCLUDED\"}", 400, "status"),
                json(
                        "an organisation in the body",
                        "POST",
                        "/rounds",
                        "{\"organisationId\": \"x\"}",
                        400,
                        "organisationId"),
                json(
                        "a foreign partner",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{guide}\", \"partnerId\": \"{stranger}\", \"mode\": \"WITHOUT_VIDEO\"}",
                        400,
                        "partnerId"),
                json(
                        "an unknown partner",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{guide}\", \"partnerId\": \"0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01\", \"mode\": \"WITHOUT_VIDEO\"}",
                        400,
                        "partnerId"),
                json(
                        "oneself for a partner",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{guide}\", \"partnerId\": \"{anna}\", \"mode\": \"WITHOUT_VIDEO\"}",
                        400,
                        "partnerId"),
                json(
                        "a foreign guide",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{strangeGuide}\", \"partnerId\": \"{bo}\", \"mode\": \"WITHOUT_VIDEO\"}",
                        400,
                        "guideId"),
                json(
                        "a period that is over",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{guide}\", \"partnerId\": \"{bo}\", \"mode\": \"WITHOUT_VIDEO\", \"periodUntil\": \""
                                + past + "\"}",
                        400,
                        "periodUntil"),
                json(
                        "a period that ends before it begins",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"periodFrom\": \"2090-02-01\", \"periodUntil\": \"2090-01-01\"}",
                        400,
                        "periodUntil"),
                json(
                        "a day that does not exist",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"periodFrom\": \"2090-02-30\"}",
                        400,
                        "periodFrom"),
                json(
                        "a day out of all range",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"periodUntil\": \"+6000000-01-01\"}",
                        400,
                        "periodUntil"),
                json(
                        "a day as numbers",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"periodFrom\": [2026, 1, 1]}",
                        400,
                        "periodFrom"),
                json(
                        "a time out of all range",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": \"-1000000000-01-01T00:00:00Z\", \"channel\": \"PHONE\", \"label\": \"x\"}",
                        400,
                        "heldAt"),
                json(
                        "a time as a number",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": 1700000000, \"channel\": \"PHONE\", \"label\": \"x\"}",
                        400,
                        "heldAt"),
                json(
                        "a cursor from another age",
                        "GET",
                        "/rounds?cursor=KzMwMDAwMC0wMS0wMVQwMDowMDowMFogMDE5M2MxZGUtN2MyYi03ZjM5LWExYTUtNGQ1YjZkOGMxZjAx",
                        null,
                        400,
                        "cursor"),
                json("deep nesting", "PUT", reflection, "{\"text\": " + "[".repeat(5000), 400, null),
                json("a field twice", "PUT", reflection, "{\"text\": \"a\", \"text\": \"b\"}", 400, null),
                json(
                        "no dialogues",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"numberOfDialogues\": 0}",
                        400,
                        "numberOfDialogues"),
                json(
                        "a text for a number",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"numberOfDialogues\": \"mange\"}",
                        400,
                        "numberOfDialogues"),
                json(
                        "half a number",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"numberOfDialogues\": 2.5}",
                        400,
                        "numberOfDialogues"),
                json(
                        "consent without video",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"consentMethod\": \"SIGNED\"}",
                        400,
                        "consentMethod"),
                json(
                        "a long label",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": \"2026-01-01T10:00:00Z\", \"channel\": \"PHONE\", \"label\": \"" + "x".repeat(121)
                                + "\"}",
                        400,
                        "label"),
                json(
                        "a blank label",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": \"2026-01-01T10:00:00Z\", \"channel\": \"PHONE\", \"label\": \"  \"}",
                        400,
                        "label"),
                json(
                        "a time without a zone",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": \"2026-01-01T10:00:00\", \"channel\": \"PHONE\", \"label\": \"x\"}",
                        400,
                        "heldAt"),
                json("no text", "PUT", reflection, "{}", 400, "text"),
                json("a megabyte", "PUT", reflection, text.formatted(MEGABYTE), 413, null),
                json(
                        "more than a reflection holds",
                        "PUT",
                        reflection,
                        text.formatted("x".repeat(20_001)),
                        400,
                        "text"),
                json("more emoji than it holds", "PUT", reflection, text.formatted("😊".repeat(20_001)), 400, "text"),
                json("NUL", "PUT", reflection, text.formatted("a\\u0000b"), 400, "text"),
                json("a raw control character", "PUT", reflection, text.formatted("a\u0007b"), 400, null),
                json("an escaped control character", "PUT", reflection, text.formatted("a\\u0007b"), 400, "text"),
                json("half a character", "PUT", reflection, text.formatted("a\\ud83db"), 400, "text"),
                json(
                        "an unknown topic",
                        "PUT",
                        "/dialogues/{dialogue}/reflections/weather",
                        text.formatted("x"),
                        404,
                        null),
                json(
                        "an emoji for a topic",
                        "PUT",
                        "/dialogues/{dialogue}/reflections/😊",
                        text.formatted("x"),
                        404,
                        null),
                json(
                        "NUL in a topic",
                        "PUT",
                        "/dialogues/{dialogue}/reflections/a%00b",
                        text.formatted("x"),
                        400,
                        "topic"),
                json(
                        "moments without video",
                        "PUT",
                        reflection,
                        "{\"text\": \"\", \"moments\": [{\"second\": 1, \"note\": \"\"}]}",
                        400,
                        "moments"),
                json(
                        "a second before the beginning",
                        "PUT",
                        reflection,
                        "{\"text\": \"\", \"moments\": [{\"second\": -1, \"note\": \"\"}]}",
                        400,
                        "moments[0].second"),
                json(
                        "null among moments",
                        "PUT",
                        reflection,
                        "{\"text\": \"\", \"moments\": [null]}",
                        400,
                        "moments[0]"),
                json(
                        "a follow-up in the past",
                        "PUT",
                        summary,
                        "{\"workedWell\": \"\", \"focusPoints\": [], \"learning\": \"\", \"followUpHow\": \"\", \"followUpOn\": \""
                                + past + "\"}",
                        400,
                        "followUpOn"),
                json(
                        "eleven focus points",
                        "PUT",
                        summary,
                        "{\"workedWell\": \"\", \"focusPoints\": [" + "\"x\",".repeat(10)
                                + "\"x\"], \"learning\": \"\", \"followUpHow\": \"\"}",
                        400,
                        "focusPoints"),
                json(
                        "NUL in a focus point",
                        "PUT",
                        summary,
                        "{\"workedWell\": \"\", \"focusPoints\": [\"\\u0000\"], \"learning\": \"\", \"followUpHow\": \"\"}",
                        400,
                        "focusPoints[0]"),
                new Input("plain text", "PUT", reflection, "text/plain", "x", 415, null),
                new Input("a form", "POST", "/rounds", "application/x-www-form-urlencoded", "a=b", 415, null),
                json("one letter to search for", "GET", "/people?query=a", null, 400, "query"),
                json("nothing to search for", "GET", "/people", null, 400, "query"),
                json("NUL to search for", "GET", "/people?query=a%00b", null, 400, "query"),
                json("a word for a limit", "GET", "/rounds?limit=many", null, 400, null),
                json("a foreign cursor", "GET", "/rounds?cursor=Zm9v", null, 400, "cursor"),
                json("an unknown status", "GET", "/rounds?status=OPEN", null, 400, null),
                json("a word for an id in the path", "GET", "/rounds/hello", null, 404, null),
                json("a method that is not there", "DELETE", "/rounds/{conducting}", null, 405, null),
                json(
                        "a password as a number",
                        "POST",
                        "/session",
                        "{\"email\": \"a@b.dk\", \"password\": {}}",
                        400,
                        "password"),
                json(
                        "an address that is none",
                        "POST",
                        "/session",
                        "{\"email\": \"anna\", \"password\": \"x\"}",
                        400,
                        "email"),
                json(
                        "NUL in a password",
                        "POST",
                        "/session",
                        "{\"email\": \"a@b.dk\", \"password\": \"\\u0000\"}",
                        400,
                        "password"));
    }

    static Stream<Arguments> everyInputInBothLanguages() {
        List<Arguments> all = new ArrayList<>();
        for (Input input : inputs()) {
            all.add(Arguments.of(input, "da"));
            all.add(Arguments.of(input, "en"));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("everyInputInBothLanguages")
    void bad_input_gets_a_clear_problem_and_nothing_is_stored(Input input, String language) {
        if (conducting == null) {
            Workplace work = given.aWorkplace();
            elsewhere = given.aWorkplace();
            conducting = RoundStory.at(work).held();
            discussing = RoundStory.at(work).discussing();
            preparing = RoundStory.at(work).accepted();
        }
        List<String> before = everythingStored();

        RequestSpecification request =
                conducting.anna().asks().header("Accept-Language", language).header("If-Match", etag(input));
        if (input.body() != null) {
            request.contentType(input.contentType()).body(filledIn(input.body()));
        }
        Response answer = request.urlEncodingEnabled(false).request(input.method(), encoded(filledIn(input.path())));

        var problem = answer.then()
                .statusCode(input.status())
                .contentType(startsWith("application/problem+json"))
                .header("Content-Language", language)
                .body("status", equalTo(input.status()))
                .body("title", not(equalTo("")))
                .body("detail", not(equalTo("")));
        if (input.field() != null) {
            problem.body("violations.field", hasItem(input.field()));
        }
        assertEquals(before, everythingStored());
    }

    @Test
    void the_same_problem_reads_differently_in_the_two_languages() {
        Employee anna = given.aWorkplace().anna();
        anna.asks()
                .header("Accept-Language", "da")
                .get("/rounds?limit=0")
                .then()
                .body("title", equalTo("Noget skal rettes"))
                .body("violations[0].detail", equalTo("Skal være mindst 1."));
        anna.asks()
                .header("Accept-Language", "en-GB,en;q=0.9,da;q=0.1")
                .get("/rounds?limit=0")
                .then()
                .body("title", equalTo("Something needs changing"))
                .body("violations[0].detail", equalTo("Must be 1 at least."));
        anna.asks()
                .header("Accept-Language", "de, fr")
                .get("/rounds?limit=0")
                .then()
                .header("Content-Language", "da");
        anna.asks().header("Accept-Language", "-").get("/rounds?limit=0").then().header("Content-Language", "da");
        anna.asks()
                .header("Accept-Language", ";;;")
                .get("/rounds?limit=0")
                .then()
                .header("Content-Language", "da");
    }

    private String filledIn(String template) {
        return template.replace("{conducting}", conducting.id().toString())
                .replace("{discussing}", discussing.id().toString())
                .replace("{preparing}", preparing.id().toString())
                .replace("{dialogue}", conducting.dialogue(0).toString())
                .replace("{guide}", conducting.workplace().guide().toString())
                .replace("{strangeGuide}", elsewhere.guide().toString())
                .replace("{stranger}", elsewhere.bo().id().toString())
                .replace("{anna}", conducting.anna().id().toString())
                .replace("{bo}", conducting.bo().id().toString());
    }

    private static String encoded(String path) {
        return path.replace("😊", "%F0%9F%98%8A");
    }

    private String etag(Input input) {
        if (input.path().endsWith("/agreement")) {
            return conducting.anna().etag(preparing.path("/agreement"));
        }
        return "\"0\"";
    }

    private List<String> everythingStored() {
        List<String> stored = new ArrayList<>();
        Employee anna = conducting.anna();
        for (String path : List.of(
                "/rounds",
                conducting.path("/dialogues"),
                "/dialogues/" + conducting.dialogue(0) + "/reflections",
                discussing.path("/summary"),
                preparing.path("/agreement"),
                preparing.path("/history"))) {
            stored.add(anna.asks().get(path).asString());
        }
        return stored;
    }
}
