package dk.dialogspejl.platform.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import dk.dialogspejl.platform.log.LogLines;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in is limited in size, depth, number and time (ASVS 15.2.2, API4:2023). */
@QuarkusTest
class RequestLimitsTest extends ApiTest {

    /** More than there are workers. */
    private static final int SLOW_SENDERS = 250;

    @TestHTTPResource("/")
    URI root;

    @Inject
    DataSource dataSource;

    private static String nested(int depth) {
        return "{\"text\": " + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 2_000})
    void a_body_that_goes_deeper_than_any_of_ours_is_not_even_parsed(int depth) {
        writing()
                .body(nested(depth))
                .put("/dialogues/" + dialogue.dialogue(0) + "/reflections/welcome")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:dialogspejl:problem:malformed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"%s\"}",
                "{\"text\": \"\", \"%s\": 1}",
                "{\"text\": \"\", \"moments\": [{\"note\": \"\", \"second\": %s}]}"
            })
    void a_text_a_name_or_a_number_without_end_is_refused(String body) {
        writing()
                .body(body.formatted("1".repeat(300_000)))
                .put("/dialogues/" + dialogue.dialogue(0) + "/reflections/welcome")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:dialogspejl:problem:malformed"));
    }

    private RoundStory dialogue;

    private RequestSpecification writing() {
        dialogue = given.aRound().reflecting();
        return dialogue.anna().asks().header("If-Match", "\"0\"").contentType("application/json");
    }

    @Test
    void heads_and_addresses_without_end_are_refused() {
        belowTheContract()
                .header("X-Long", "x".repeat(20_000))
                .get("/api/v1/me")
                .then()
                .statusCode(431);
        belowTheContract()
                .get("/api/v1/rounds?cursor=" + "x".repeat(5_000))
                .then()
                .statusCode(414);
    }

    /** Answered before any operation is found, so the contract says nothing of it. */
    private static RequestSpecification belowTheContract() {
        return RestAssured.given().noFiltersOfType(OpenApiValidationFilter.class);
    }

    /** Opens a request, and sends the head of it and the beginning of what it announces. */
    private Socket begun(int length, String beginning) throws IOException {
        Socket connection = new Socket(root.getHost(), root.getPort());
        connection
                .getOutputStream()
                .write(("POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Accept-Language: en\r\nContent-Length: " + length + "\r\n\r\n" + beginning)
                        .getBytes(StandardCharsets.US_ASCII));
        connection.setSoTimeout(200);
        return connection;
    }

    /** Sends a byte now and then, until it is answered and closed. */
    private static String trickled(Socket connection) throws IOException {
        var out = connection.getOutputStream();
        StringBuilder answer = new StringBuilder();
        byte[] some = new byte[4096];
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < end) {
            try {
                int read = connection.getInputStream().read(some);
                if (read < 0) {
                    return answer.toString();
                }
                answer.append(new String(some, 0, read, StandardCharsets.UTF_8));
            } catch (SocketTimeoutException nothingYet) {
                out.write(' ');
            } catch (SocketException closed) {
                return answer.toString();
            }
        }
        throw new AssertionError("still waiting for a request that never ends");
    }

    @Test
    void a_request_that_trickles_in_without_end_is_told_so_and_closed() throws Exception {
        try (Socket connection = begun(1_000, "{")) {
            String answer = trickled(connection);
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertTrue(answer.contains("urn:dialogspejl:problem:request-too-slow"), answer);
            assertTrue(answer.toLowerCase().contains("x-content-type-options: nosniff"), answer);
            assertTrue(answer.contains("The connection was too slow"), answer);
        }
    }

    @Test
    void many_slow_senders_hold_up_nobody_and_none_of_them_is_an_error_of_ours() throws Exception {
        Employee anna = given.aWorkplace().anna();
        List<Socket> slow = new ArrayList<>();
        try (LogLines log = new LogLines()) {
            while (slow.size() < SLOW_SENDERS) {
                slow.add(begun(1_000, "{"));
            }
            assertFalse(Given.token(anna.email()).isEmpty());
            anna.reads("/me").statusCode(200);
            for (Socket one : slow) {
                assertEquals(0, one.getInputStream().available(), "others were answered only after the slow senders");
                one.getOutputStream().write(' ');
            }
            for (Socket one : slow) {
                one.setSoTimeout(10_000);
                String answer = new String(one.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            }
            assertEquals(
                    List.of(),
                    log.lines().stream()
                            .filter(line -> line.startsWith("ERROR") || line.startsWith("WARN"))
                            .toList());
        } finally {
            closeAll(slow);
        }
    }

    @Test
    void bodies_that_never_end_fill_only_so_much_memory_and_give_it_back() throws Exception {
        List<Socket> large = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        try {
            for (int sender = 0; sender < 12; sender++) { // 6 MB, where the tests have room for 4
                large.add(begun(RequestBodies.MOST, "x".repeat(RequestBodies.MOST - 1)));
            }
            for (Socket one : large) {
                one.setSoTimeout(10_000);
                answers.add(new String(one.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
            }
        } finally {
            closeAll(large);
        }
        int refused = Collections.frequency(answers, "HTTP/1.1 503");
        assertTrue(refused >= 4, answers.toString());
        assertEquals(answers.size() - refused, Collections.frequency(answers, "HTTP/1.1 408"), answers.toString());
        given.aWorkplace().anna().reads("/me").statusCode(200);
    }

    private static void closeAll(List<Socket> connections) throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Test
    void a_body_without_an_announced_length_is_cut_off_with_words() throws Exception {
        HttpRequest endless = HttpRequest.newBuilder(root.resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[RequestBodies.MOST + 1])))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(endless, HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("urn:dialogspejl:problem:too-large"), answer.body());
    }

    private static HttpHeaders danish() {
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (proxy, method, names) -> "da");
    }

    @Test
    void a_statement_and_a_transaction_last_only_so_long() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (var setting : Map.of("statement_timeout", "15s", "idle_in_transaction_session_timeout", "30s")
                    .entrySet()) {
                try (var row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    assertEquals(setting.getValue(), row.getString(1));
                }
            }
            connection.setAutoCommit(false);
            statement.execute("set local statement_timeout = '50ms'");
            SQLException tooLong = assertThrows(SQLException.class, () -> statement.execute("select pg_sleep(5)"));
            connection.rollback();
            assertEquals("57014", tooLong.getSQLState());
            var answer = new ProblemMappers().anythingElse(new IllegalStateException(tooLong), danish());
            assertEquals(503, answer.getStatus());
            assertEquals("5", answer.getHeaders().getFirst("Retry-After").toString());
        }
    }
}
