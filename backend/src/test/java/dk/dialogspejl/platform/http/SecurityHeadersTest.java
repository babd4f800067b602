package dk.dialogspejl.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.LiveStream;
import dk.dialogspejl.testing.Operation;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.ValidRequests;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class SecurityHeadersTest extends ApiTest {

    @TestHTTPResource("/")
    URI root;

    private static void hasThemAll(Response answer) {
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
        assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"));
        assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"));
        assertTrue(answer.header("Permissions-Policy").contains("camera=()"));
        assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'; "));
        assertTrue(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
        assertEquals(1, answer.headers().getValues("Content-Security-Policy").size());
        assertTrue(answer.header("X-Request-Id").length() >= 8);
        assertFalse(answer.headers().hasHeaderWithName("Server"));
        assertFalse(answer.headers().hasHeaderWithName("X-Powered-By"));
        assertFalse(answer.headers().hasHeaderWithName("Access-Control-Allow-Origin"));
        assertFalse(answer.headers().hasHeaderWithName("Strict-Transport-Security"));
    }

    /** As its owner, as somebody else, as nobody: all that an operation answers without being changed. */
    @TestFactory
    Stream<DynamicTest> every_operation_answers_with_them_whatever_it_answers_and_is_stored_by_nobody() {
        RoundStory round = given.aRound().sharingEarly().outcomes();
        Employee stranger = given.aWorkplace().anna();
        ValidRequests requests = new ValidRequests(round);
        List<DynamicTest> all = new ArrayList<>();
        for (Operation operation : Operation.all()) {
            for (Employee caller : List.of(round.anna(), stranger, Employee.NOBODY)) {
                boolean hears = caller == round.anna()
                        || caller == stranger && !operation.path().contains("{");
                if (operation.endless() && hears) {
                    continue; // see below
                }
                all.add(dynamicTest(operation.id() + " by " + caller.name(), () -> {
                    Response answer = requests.of(operation, caller)
                            .header("Origin", "https://elsewhere.example")
                            .request(operation.method(), requests.path(operation));
                    hasThemAll(answer);
                    assertEquals("no-store", answer.header("Cache-Control"));
                }));
            }
        }
        return all.stream();
    }

    @TestFactory
    Stream<DynamicTest> so_does_what_no_operation_answers() {
        Employee anna = given.aWorkplace().anna();
        Map<String, Supplier<Response>> edges = new LinkedHashMap<>();
        edges.put("404 of the API", () -> RestAssured.get("/api/v1/gone"));
        edges.put("404 elsewhere", () -> RestAssured.get("/gone.php"));
        edges.put("404 of an asset", () -> RestAssured.get("/assets/gone.js"));
        edges.put("405", () -> anna.asks().delete("/rounds"));
        edges.put(
                "406",
                () -> RestAssured.given()
                        .noFiltersOfType(OpenApiValidationFilter.class)
                        .header("Authorization", "Bearer " + anna.token())
                        .accept("image/png")
                        .get("/api/v1/me"));
        edges.put(
                "413 with words",
                () -> anna.asks()
                        .contentType("application/json")
                        .body("\"" + "x".repeat(600_000) + "\"")
                        .post("/rounds"));
        edges.put("415", () -> anna.asks().contentType("text/xml").body("<a/>").post("/rounds"));
        edges.put(
                "OPTIONS",
                () -> RestAssured.given()
                        .header("Origin", "https://elsewhere.example")
                        .header("Access-Control-Request-Method", "PUT")
                        .options("/api/v1/rounds"));
        edges.put("TRACE", () -> RestAssured.given().request("TRACE", "/api/v1/me"));
        edges.put("the app", () -> RestAssured.given().accept("text/html").get("/"));
        edges.put("a file of the app", () -> RestAssured.get("/probe.png"));
        edges.put("the documentation", () -> RestAssured.get("/api/docs/"));
        edges.put("a file of the documentation", () -> RestAssured.get("/api/docs/swagger-ui.css"));
        edges.put("the contract", () -> RestAssured.get("/api/openapi"));
        edges.put("health", () -> RestAssured.get("/q/health"));
        edges.put("metrics", () -> RestAssured.get("/q/metrics"));
        edges.put(
                "an address that climbs",
                () -> RestAssured.given().urlEncodingEnabled(false).get("/api/docs/%2e%2e/%2e%2e/etc/passwd"));
        return edges.entrySet().stream()
                .map(edge -> dynamicTest(
                        edge.getKey(), () -> hasThemAll(edge.getValue().get())));
    }

    /** By hand, as the Java 17 client waits for ever when it asks first and the answer is no. */
    @Test
    void so_has_the_answer_to_who_asks_first_whether_to_send_so_much() throws Exception {
        try (Socket connection = new Socket(root.getHost(), root.getPort())) {
            connection.setSoTimeout(10_000);
            connection
                    .getOutputStream()
                    .write(("POST /api/v1/rounds HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 3000000\r\nExpect: 100-continue\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.toLowerCase().contains("\r\nx-content-type-options: nosniff\r\n"), answer);
            assertTrue(answer.toLowerCase().contains("\r\ncontent-security-policy: "), answer);
        }
    }

    @Test
    void a_stream_is_stored_by_nobody() {
        RoundStory round = given.aRound().held();
        ValidRequests requests = new ValidRequests(round);
        for (Operation operation : Operation.all()) {
            if (operation.endless()) {
                try (LiveStream stream = LiveStream.open(round.anna(), requests.path(operation))) {
                    assertEquals(200, stream.status());
                    assertEquals(List.of("no-store"), stream.headers().allValues("Cache-Control"));
                    assertEquals(List.of("nosniff"), stream.headers().allValues("X-Content-Type-Options"));
                }
            }
        }
    }

    @Test
    void browsers_are_told_to_keep_to_tls_where_a_trusted_proxy_says_that_there_is() {
        for (String path : List.of("/", "/api/v1/me", "/gone")) {
            assertEquals(
                    "max-age=31536000",
                    RestAssured.given()
                            .header("X-Forwarded-Proto", "https")
                            .get(path)
                            .header("Strict-Transport-Security"));
        }
    }
}
