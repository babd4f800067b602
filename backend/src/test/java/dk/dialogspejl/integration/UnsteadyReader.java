package dk.dialogspejl.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.testing.Employee;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An HR system that follows the feed as a stream and is killed in the middle of it, again and again. What it has stored
 * by then stays, and it goes on with the last cursor that it had kept.
 */
final class UnsteadyReader {

    private final Employee client;
    private final ObjectMapper json;
    private final Random random;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> copy = new TreeMap<>();
    private String cursor;
    private int rows;
    private int cuts;

    UnsteadyReader(Employee client, ObjectMapper json, Random random) {
        this.client = client;
        this.json = json;
        this.random = random;
    }

    /** Now and then not to the end, and so for the first time as soon as there is enough to be cut off from. */
    Void readForAWhile() throws IOException, InterruptedException {
        read(cuts == 0 || random.nextInt(3) == 0 ? random.nextInt(20) : Integer.MAX_VALUE);
        Thread.sleep(random.nextInt(100));
        return null;
    }

    /** Until two answers after each other bring nothing new. */
    void catchUp() throws IOException, InterruptedException {
        int quiet = 0;
        while (quiet < 2) {
            quiet = read(Integer.MAX_VALUE) == 0 ? quiet + 1 : 0;
        }
    }

    /** Follows an answer for so many lines at most, and answers how many rows were in them. */
    private int read(int lines) throws IOException, InterruptedException {
        String query = cursor == null ? "" : "?cursor=" + cursor;
        HttpResponse<java.io.InputStream> answer = http.send(
                HttpRequest.newBuilder(
                                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/summaries" + query))
                        .header("Authorization", "Bearer " + client.token())
                        .header("Accept", FeedAsLines.TYPE)
                        .build(),
                BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Answered " + answer.statusCode());
        }
        int read = 0;
        try (var body = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = body.readLine(); line != null; line = body.readLine()) {
                if (read == lines) {
                    cuts++;
                    return read;
                }
                JsonNode said = json.readTree(line);
                if (said.has("cursor")) {
                    cursor = said.get("cursor").asText();
                    return read;
                }
                store(said);
                read++;
                rows++;
            }
        }
        throw new IllegalStateException("It ended without a cursor");
    }

    private void store(JsonNode said) {
        if (said.has("removed")) {
            copy.remove(said.get("removed").get("id").asText());
        } else {
            JsonNode summary = said.get("summary");
            copy.put(
                    summary.get("id").asText(),
                    summary.get("revision").asInt() + " " + summary.get("name").asText());
        }
    }

    Map<String, String> copy() {
        return copy;
    }

    int rows() {
        return rows;
    }

    int cuts() {
        return cuts;
    }
}
