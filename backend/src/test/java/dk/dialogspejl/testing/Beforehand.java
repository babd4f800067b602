package dk.dialogspejl.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;

/**
 * What somebody has done before a test begins, through the API. REST Assured takes longer for a request than the service
 * does for the answer, so it is left to what tests look at; and so is the contract, as these answers are the same each
 * time. What is not answered with success fails.
 */
public final class Beforehand {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // as the proxy in front of it speaks
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Employee employee;

    private Beforehand(Employee employee) {
        this.employee = employee;
    }

    public static Beforehand by(Employee employee) {
        return new Beforehand(employee);
    }

    public JsonNode reads(String path) {
        return json(send("GET", path, null, null));
    }

    public UUID creates(String path, Object body) {
        return UUID.fromString(
                json(send("POST", path, null, body)).required("id").asText());
    }

    /** As it is now. */
    public void puts(String path, Object body) {
        sends("PUT", path, path, body);
    }

    /** @param version the path of what must be as it is now */
    public void sends(String method, String path, String version, Object body) {
        send(method, path, etag(version), body);
    }

    /** @param ifMatch the ETag that it must still have */
    public void puts(String path, String ifMatch, Object body) {
        send("PUT", path, ifMatch, body);
    }

    /** Takes a step of a round as it is now. */
    public void steps(UUID round, String step, Object body) {
        sends("POST", "/rounds/" + round + "/" + step, "/rounds/" + round, body);
    }

    public void steps(UUID round, String step) {
        steps(round, step, Employee.bodyOf(step));
    }

    private String etag(String path) {
        return send("GET", path, null, null).headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> send(String method, String path, String ifMatch, Object body) {
        var request = employee.asksPlainly("/api/v1" + path).header("Accept", "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        try {
            BodyPublisher sent = BodyPublishers.noBody();
            if (body != null) {
                request.header("Content-Type", "application/json");
                sent = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            }
            var answer = CLIENT.send(request.method(method, sent).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(
                        "%s %s: %d %s".formatted(method, path, answer.statusCode(), new String(answer.body(), UTF_8)));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
