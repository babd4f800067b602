package dk.dialogspejl.identity.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Speaks to providers: within {@link Reach}, following no redirect, waiting and reading no longer than expected. */
@ApplicationScoped
class ProviderHttp {

    /** In bytes: many times a key set with certificates. */
    static final int MOST = 256 * 1024;

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);

    /** From the first byte sent to the last one read. */
    private static final Duration IN_ALL = Duration.ofSeconds(8);

    @Inject
    Reach reach;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came back. */
    record Answer(int status, byte[] body) {}

    /** @throws IOException where there is no answer, or it is not one to be had */
    Answer get(URI address) throws IOException {
        return send(address, HttpRequest.newBuilder().GET());
    }

    /** @throws IOException where there is no answer, or it is not one to be had */
    Answer post(URI address, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                address,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private Answer send(URI address, HttpRequest.Builder request) throws IOException {
        reach.check(address);
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(
                request.uri(address).header("Accept", "application/json").build(), head -> new LimitedBody(MOST));
        try {
            HttpResponse<byte[]> answer = sent.get(IN_ALL.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.body());
        } catch (ExecutionException | TimeoutException e) {
            sent.cancel(true);
            throw new IOException(e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
