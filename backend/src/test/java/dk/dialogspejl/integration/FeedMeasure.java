package dk.dialogspejl.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * A first load of a million summaries from the built service, beside what PostgreSQL itself takes to copy out the same
 * bytes: {@code make measure-feed}. The service has no more heap than it holds when idle and 64 MiB; that nobody watches
 * it meanwhile leaves both their whole speed. No part of the ordinary tests.
 */
@QuarkusTest
class FeedMeasure extends ApiTest {

    private static final int SUMMARIES = Integer.getInteger("feed.measure.summaries", 1_000_000);
    private static final int TIMES = 3;
    private static final long MIB = 1 << 20;

    /** Above what the service holds when idle, in bytes. */
    private static final long MORE_HEAP = 64 * MIB;

    private static final Path SERVICE = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern HEAP =
            Pattern.compile("^jvm_memory_used_bytes\\{area=\"heap\".*} ([0-9.E]+)$", Pattern.MULTILINE);

    /** The lines of the feed, as PostgreSQL would write them. */
    private static final String SAME_LINES = """
            copy (select row_to_json(line) from (
                select (select row_to_json(summary) from (select s.id, f.revision, p.employee_number as "employeeNumber",
                    p.name, t.id as "teamId", t.name as team, s.worked_well as "workedWell",
                    (select array_agg(c.text order by c.position) from focus_point c
                        where c.organisation_id = s.organisation_id and c.summary_id = s.id) as "focusPoints",
                    s.learning, s.follow_up_how as "followUpHow", s.follow_up_on as "followUpOn",
                    to_char(s.concluded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "concludedAt",
                    to_char(s.shared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sharedAt",
                    to_char(f.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
                ) as summary) as summary
                from shared_summary f
                join summary s on s.organisation_id = f.organisation_id and s.id = f.summary_id
                join round r on r.organisation_id = s.organisation_id and r.id = s.round_id
                join person p on p.organisation_id = r.organisation_id and p.id = r.evaluatee_id
                left join team t on t.organisation_id = p.organisation_id and t.id = p.team_id
                where f.organisation_id = '%s' and f.removed_at is null
                order by f.changed_in, f.summary_id) as line) to stdout""";

    @Inject
    WholeDatabase database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.liquibase.username")
    String owner;

    @ConfigProperty(name = "quarkus.liquibase.password")
    String ownerPassword;

    @ConfigProperty(name = "dialogspejl.master-key")
    String masterKey;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_million_summaries_stream_in_constant_memory() throws Exception {
        Workplace work = given.aWorkplace();
        SummaryCrowd.at(work, database).shareAtOnce(SUMMARIES);
        database.execute("vacuum analyze");
        int port = freePort();
        String at = "http://localhost:" + port;
        long idle = idle(at, port);
        Process service = start(port, idle + MORE_HEAP);
        try {
            awaitReady(at);
            for (int time = 1; time <= TIMES; time++) {
                Copied copied = copy(work);
                Copied streamed = stream(at, token(at, work));
                assertEquals(copied.bytes(), streamed.bytes());
                System.out.printf(
                        "Feed of %d summaries, %d MiB: COPY %.1f s (%.0f rows/s), NDJSON %.1f s (%.0f rows/s), ratio %.2f;"
                                + " heap idle %d MiB, never more than %d MiB%n",
                        SUMMARIES,
                        copied.bytes() / MIB,
                        copied.seconds(),
                        SUMMARIES / copied.seconds(),
                        streamed.seconds(),
                        SUMMARIES / streamed.seconds(),
                        copied.seconds() / streamed.seconds(),
                        idle / MIB,
                        (idle + MORE_HEAP) / MIB);
            }
        } finally {
            stop(service);
        }
    }

    private static void stop(Process service) throws InterruptedException {
        service.destroy();
        service.waitFor(20, TimeUnit.SECONDS);
    }

    /** What the service holds once it has started and what is garbage has gone, in bytes. */
    private long idle(String at, int port) throws Exception {
        Process service = start(port, 4 * MORE_HEAP);
        try {
            awaitReady(at);
            long held = Long.MAX_VALUE;
            for (int time = 0; time < 3; time++) {
                assertEquals(
                        0,
                        new ProcessBuilder(program("jcmd"), Long.toString(service.pid()), "GC.run")
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor());
                held = Math.min(held, heap(at));
            }
            return held;
        } finally {
            stop(service);
        }
    }

    /** A new one for each stream: they live ten minutes. */
    private static String token(String at, Workplace work) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(work.hr().email(), Given.SECRET)
                .formParam("grant_type", "client_credentials")
                .post(at + "/oauth2/token")
                .path("access_token");
    }

    private record Copied(long bytes, double seconds) {}

    private Copied copy(Workplace work) throws Exception {
        AtomicLong bytes = new AtomicLong();
        try (Connection connection = database.open()) {
            long begun = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(SAME_LINES.formatted(work.organisation()), new OutputStream() {
                        @Override
                        public void write(int one) {
                            bytes.incrementAndGet();
                        }

                        @Override
                        public void write(byte[] some, int from, int length) {
                            bytes.addAndGet(length);
                        }
                    });
            return new Copied(bytes.get(), (System.nanoTime() - begun) / 1e9);
        }
    }

    /** Without the last line, which has the cursor. Looked at as little as COPY is: from each end to the line before. */
    private Copied stream(String at, String token) throws Exception {
        long bytes = 0;
        long lines = 0; // the end of the last line
        long before = 0; // and of the one before it
        long begun = System.nanoTime();
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create(at + "/api/v1/summaries"))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", FeedAsLines.TYPE)
                        .build(),
                BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        try (InputStream body = answer.body()) {
            byte[] some = new byte[1 << 16];
            for (int length = body.read(some); length >= 0; length = body.read(some)) {
                int last = lineEnd(some, length);
                if (last > 0) {
                    int second = lineEnd(some, last - 1);
                    before = second > 0 ? bytes + second : lines;
                    lines = bytes + last;
                }
                bytes += length;
            }
        }
        return new Copied(before, (System.nanoTime() - begun) / 1e9);
    }

    /** Behind the last line break of the first so many; 0 where there is none. */
    private static int lineEnd(byte[] some, int length) {
        int end = length;
        while (end > 0 && some[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private long heap(String at) {
        try {
            String metrics = http.send(
                            HttpRequest.newBuilder(URI.create(at + "/q/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            Matcher used = HEAP.matcher(metrics);
            double sum = 0;
            while (used.find()) {
                sum += Double.parseDouble(used.group(1));
            }
            return (long) sum;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start(int port, long heap) throws IOException {
        ProcessBuilder process = new ProcessBuilder(program("java"), "-Xmx" + heap, "-jar", SERVICE.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "feed-measure.log").toFile());
        process.environment()
                .putAll(Map.of(
                        "DATABASE_URL", url,
                        "DATABASE_USER", owner,
                        "DATABASE_PASSWORD", ownerPassword,
                        "DIALOGSPEJL_MASTER_KEY", masterKey,
                        "DIALOGSPEJL_DATA", Path.of("target", "feed-measure").toString(),
                        "PORT", Integer.toString(port)));
        return process.start();
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private void awaitReady(String at) throws InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            try {
                int status = http.send(
                                HttpRequest.newBuilder(URI.create(at + "/q/health/ready"))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
                if (status == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It listens last.
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The service did not start; see target/feed-measure.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
