package dk.dialogspejl.bench;

import dk.dialogspejl.bench.Results.Target;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * A first load of all summaries as NDJSON, beside what PostgreSQL itself takes to copy out the same bytes. The product has no
 * more heap than it holds when idle and 64 MiB, so that it cannot have used more.
 */
final class Streaming {

    private static final Target OF_COPY = Target.atLeast(0.5);
    private static final long MIB = 1 << 20;

    /** Above what the service holds when idle, in bytes. */
    private static final long MORE_HEAP = 64 * MIB;

    private static final Duration TOKEN = Duration.ofMinutes(4);
    private static final Pattern HEAP =
            Pattern.compile("^jvm_memory_used_bytes\\{area=\"heap\".*} ([0-9.E]+)$", Pattern.MULTILINE);

    /** The lines of the feed, as PostgreSQL would write them; a backslash of COPY's own text format would show. */
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

    private final Host host;
    private final Scale scale;
    private final Crowd crowd;
    private final Results results;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Map<String, String> hr;
    private Instant signedIn = Instant.EPOCH;

    Streaming(Host host, Scale scale, Crowd crowd, Results results) {
        this.host = host;
        this.scale = scale;
        this.crowd = crowd;
        this.results = results;
    }

    void run() throws Exception {
        long idle = idle();
        try (App product = host.product("-Xmx" + (idle + MORE_HEAP));
                Connection copying = host.owner()) {
            requireSame(product, copying);
            long rows = crowd.numberOfSummaries();
            Race race = new Race(host, scale)
                    .side("product", product.pid(), time -> {
                        stream(product, OutputStream.nullOutputStream());
                        return rows;
                    })
                    .side("COPY", Bench.PID, time -> {
                        copy(copying, OutputStream.nullOutputStream());
                        return rows;
                    })
                    .run();
            results.race("%,d summaries as NDJSON".formatted(rows), race, "product", "COPY", OF_COPY);
            results.note(
                    "NDJSON was streamed with a heap of %d MiB: the %d that the product holds when idle, and 64 more."
                            .formatted((idle + MORE_HEAP) / MIB, idle / MIB));
        }
    }

    private void requireSame(App product, Connection copying) throws Exception {
        MessageDigest copied = MessageDigest.getInstance("SHA-256");
        copy(copying, new DigestOutputStream(OutputStream.nullOutputStream(), copied));
        LinesButTheLast lines = new LinesButTheLast();
        stream(product, lines);
        if (!Arrays.equals(copied.digest(), lines.digest.digest())) {
            throw new IllegalStateException("The stream is not what COPY says");
        }
    }

    /** The last line has the cursor. */
    private static final class LinesButTheLast extends OutputStream {

        private final MessageDigest digest;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        private LinesButTheLast() throws NoSuchAlgorithmException {
            digest = MessageDigest.getInstance("SHA-256");
        }

        @Override
        public void write(int one) {
            line.write(one);
            if (one == '\n') {
                if (!line.toString(StandardCharsets.UTF_8).startsWith("{\"cursor\"")) {
                    digest.update(line.toByteArray());
                }
                line.reset();
            }
        }
    }

    private void copy(Connection connection, OutputStream to) throws Exception {
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(SAME_LINES.formatted(crowd.organisationId()), to);
    }

    private void stream(App product, OutputStream to) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(product.at("/api/v1/summaries"))
                        .header("Authorization", me(product).get("Authorization"))
                        .header("Accept", "application/x-ndjson")
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = new BufferedInputStream(answer.body(), 1 << 16)) {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The stream was answered with " + answer.statusCode());
            }
            body.transferTo(to);
        }
    }

    private Map<String, String> me(App product) throws IOException, InterruptedException {
        if (Instant.now().isAfter(signedIn.plus(TOKEN))) {
            hr = Api.token(product, crowd.client());
            signedIn = Instant.now();
        }
        return hr;
    }

    /** What the product holds once it has started and what is garbage has gone, in bytes. */
    private long idle() throws IOException, InterruptedException {
        try (App product = host.product()) {
            long held = Long.MAX_VALUE;
            for (int time = 0; time < 3; time++) {
                product.collectGarbage();
                held = Math.min(held, heap(product));
            }
            return held;
        }
    }

    private static long heap(App product) throws IOException, InterruptedException {
        Matcher used = HEAP.matcher(
                new String(Api.send(Request.get(product, "/q/metrics", Map.of())), StandardCharsets.UTF_8));
        double sum = 0;
        while (used.find()) {
            sum += Double.parseDouble(used.group(1));
        }
        return (long) sum;
    }
}
