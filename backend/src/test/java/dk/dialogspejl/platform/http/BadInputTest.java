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

    private RoundStory conducting;
    private RoundStory discussing;
    private RoundStory preparing;
    private Workplace elsewhere;

    static Stream<Arguments> everyInputInBothLanguages() {
        List<Arguments> all = new ArrayList<>();
        for (BadInput input : BadInput.all()) {
            all.add(Arguments.of(input, "da"));
            all.add(Arguments.of(input, "en"));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("everyInputInBothLanguages")
    void bad_input_gets_a_clear_problem_and_nothing_is_stored(BadInput input, String language) {
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

    private String etag(BadInput input) {
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
