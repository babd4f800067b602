package dk.dialogspejl.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A stream of live updates as a client has it open: what came, as the JSON of each message. REST Assured reads an
 * answer to its end, which a stream has not; so its answers are not checked against the contract either.
 */
public final class LiveStream implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // as the proxy in front of it speaks
            .build();

    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private LiveStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens the stream of a round, if the answer is one. */
    public static LiveStream open(Employee listener, RoundStory round) {
        return open(listener, "/api/v1" + round.path("/live"));
    }

    /** Opens the stream at a path, if the answer is one. */
    public static LiveStream open(Employee listener, String path) {
        HttpRequest.Builder request =
                listener.asksPlainly(path).header("Accept", "text/event-stream").header("Accept-Encoding", "gzip");
        try {
            return new LiveStream(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    messages.add(line.substring("data:".length()).strip());
                }
            }
        } catch (IOException e) {
            messages.add("broken: " + e.getMessage());
        } finally {
            ended.countDown();
        }
    }

    public HttpHeaders headers() {
        return answer.headers();
    }

    public int status() {
        return answer.statusCode();
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    /** The next message that is more than a sign of life. Fails when none comes soon. */
    public String next() {
        List<String> one = during(Duration.ofSeconds(5), 1);
        if (one.isEmpty()) {
            throw new AssertionError("Nothing came");
        }
        return one.get(0);
    }

    /** All that comes within so long, but for signs of life. */
    public List<String> during(Duration time) {
        return during(time, Integer.MAX_VALUE);
    }

    private List<String> during(Duration time, int most) {
        List<String> heard = new ArrayList<>();
        long until = System.nanoTime() + time.toNanos();
        try {
            while (heard.size() < most) {
                String message = messages.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (message == null) {
                    return heard;
                }
                if (!message.contains("\"ALIVE\"")) {
                    heard.add(message);
                }
            }
            return heard;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many signs of life come within so long. */
    public int signsOfLifeDuring(Duration time) throws InterruptedException {
        messages.clear();
        Thread.sleep(time.toMillis());
        return (int) messages.stream().filter("{\"kind\":\"ALIVE\"}"::equals).count();
    }

    /** Whether the service ends the stream within so long. */
    public boolean endsWithin(Duration time) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
