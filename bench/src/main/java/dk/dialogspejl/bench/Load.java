package dk.dialogspejl.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks many at once, on one thread, by Vert.x, which the product is built on: on a small machine what asks takes from what
 * answers.
 */
final class Load implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 256;
    private static final int ANSWER_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http = vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(MOST_CONNECTIONS).setMaxWaitQueueSize(-1));

    /** Of what was asked, in milliseconds. */
    record Latencies(double perSecond, int asked, double p50, double p95, double p99, double most) {

        static Latencies of(double perSecond, double[] sorted) {
            int all = sorted.length;
            return new Latencies(
                    perSecond, all, sorted[all / 2], sorted[all * 95 / 100], sorted[all * 99 / 100], sorted[all - 1]);
        }
    }

    /** So many clients, each of which asks again when it has been answered. Says how many were answered within the time. */
    long closed(Asks asks, int clients, Duration howLong) {
        CompletableFuture<Long> end = new CompletableFuture<>();
        vertx.runOnContext(begin -> {
            long until = System.nanoTime() + howLong.toNanos();
            long[] counts = {0, clients}; // answered, clients at work
            for (int client = 0; client < clients; client++) {
                askOn(asks, until, counts, end);
            }
        });
        return await(end, howLong);
    }

    private void askOn(Asks asks, long until, long[] counts, CompletableFuture<Long> end) {
        Request request = asks.next();
        if (request == null) {
            end.completeExceptionally(new IllegalStateException("There is too little to ask for so many clients"));
            return;
        }
        ask(request).onComplete(answered -> {
            if (answered.failed()) {
                end.completeExceptionally(answered.cause());
                return;
            }
            asks.answered(request);
            if (System.nanoTime() < until) {
                counts[0]++;
                askOn(asks, until, counts, end);
            } else if (--counts[1] == 0) {
                end.complete(counts[0]);
            }
        });
    }

    /**
     * Asks so often a second, however long the answers take. A latency counts from when it was to be asked, so what waits
     * behind a slow one is not left out.
     */
    Latencies open(Asks asks, double perSecond, Duration howLong) {
        CompletableFuture<Long> end = new CompletableFuture<>();
        int all = Math.max(1, (int) (perSecond * howLong.toSeconds()));
        double[] milliseconds = new double[all];
        int[] counts = {0, 0}; // asked, answered
        vertx.runOnContext(begin -> {
            long begun = System.nanoTime();
            vertx.setPeriodic(1, timer -> {
                while (counts[0] < all && System.nanoTime() - begun >= counts[0] * 1e9 / perSecond) {
                    Request request = asks.next();
                    if (request == null) {
                        return;
                    }
                    double due = begun + counts[0]++ * 1e9 / perSecond;
                    ask(request).onComplete(answered -> {
                        if (answered.failed()) {
                            end.completeExceptionally(answered.cause());
                            return;
                        }
                        asks.answered(request);
                        milliseconds[counts[1]++] = (System.nanoTime() - due) / 1e6;
                        if (counts[1] == all) {
                            end.complete(0L);
                        }
                    });
                }
                if (counts[0] == all || end.isDone()) {
                    vertx.cancelTimer(timer);
                }
            });
        });
        await(end, howLong);
        Arrays.sort(milliseconds);
        return Latencies.of(perSecond, milliseconds);
    }

    private Future<Void> ask(Request request) {
        RequestOptions options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(request.app().port())
                .setURI(request.path())
                .setMethod(HttpMethod.valueOf(request.method()));
        request.headers().forEach(options::putHeader);
        return http.request(options)
                .compose(sending -> request.body().isEmpty() ? sending.send() : sending.send(request.body()))
                .compose(answer -> answer.body()
                        .compose(body -> answer.statusCode() / 100 == 2
                                ? Future.succeededFuture()
                                : Future.failedFuture(request.method() + " " + request.path() + ": "
                                        + answer.statusCode() + " " + body)));
    }

    private static <T> T await(CompletableFuture<T> end, Duration howLong) {
        try {
            return end.get(howLong.toSeconds() + ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The load did not come to an end: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
