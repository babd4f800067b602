package dk.dialogspejl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Asks one thing at a time: to sign in, to find what is asked for, to see whether it is right. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Api() {}

    /** Answers the headers to ask with. */
    static Map<String, String> signIn(App app, String login) throws IOException, InterruptedException {
        return bearer(send(signingIn(app, login)));
    }

    static Request signingIn(App app, String login) {
        String body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(login, Crowd.PASSWORD);
        return new Request(app, "POST", "/api/v1/session", Map.of("Content-Type", "application/json"), body);
    }

    /** The same for an API client. */
    static Map<String, String> token(App app, String client) throws IOException, InterruptedException {
        String basic =
                Base64.getEncoder().encodeToString((client + ":" + Crowd.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return bearer(send(new Request(
                app,
                "POST",
                "/oauth2/token",
                Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials")));
    }

    private static Map<String, String> bearer(byte[] answer) throws IOException {
        return Map.of(
                "Authorization",
                "Bearer " + JSON.readTree(answer).get("access_token").asText());
    }

    static JsonNode read(Request request) throws IOException, InterruptedException {
        return JSON.readTree(send(request));
    }

    /** @throws IllegalStateException for anything but a 2xx */
    static byte[] send(Request request) throws IOException, InterruptedException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(request.app().at(request.path()))
                .timeout(PATIENCE)
                .method(request.method(), BodyPublishers.ofString(request.body()));
        request.headers().forEach(asked::header);
        HttpResponse<byte[]> answer = HTTP.send(asked.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.method() + " " + request.path() + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }
}
