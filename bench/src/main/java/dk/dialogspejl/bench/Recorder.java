package dk.dialogspejl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the product really sends to PostgreSQL for a request, as PostgreSQL writes it down: each statement with its
 * parameters, in its transaction, row-level security included.
 */
final class Recorder implements AutoCloseable {

    private static final Pattern STATEMENT = Pattern.compile("(?:statement|execute [^:]*): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (?:NULL|'((?:[^']++|'')*+)')");
    private static final String MARK = "select 'the end of a request'";
    private static final long LOOK_AGAIN_MS = 5;

    private final Host host;
    private final Connection owner;
    private final App app;

    /** @param parameters as PostgreSQL writes them; null for a null */
    record Statement(String sql, List<String> parameters) {}

    /** The transactions of one request. */
    record Recorded(List<List<Statement>> transactions) {}

    private Recorder(Host host, Connection owner, App app) {
        this.host = host;
        this.owner = owner;
        this.app = app;
    }

    /** Starts the product for it: what is not recorded is not slowed down. */
    static Recorder begin(Host host) throws SQLException, IOException, InterruptedException {
        Connection owner = host.owner();
        try (var statement = owner.createStatement()) {
            statement.execute("alter role dialogspejl_app set log_statement = 'all'");
            statement.execute("set log_statement = 'all'");
        }
        return new Recorder(host, owner, host.product(2));
    }

    App app() {
        return app;
    }

    /** @param before asked first, so that what is kept in memory for a while is there */
    List<Recorded> record(UUID organisation, List<Request> before, List<Request> requests)
            throws IOException, InterruptedException, SQLException {
        for (Request request : before) {
            Api.send(request);
        }
        mark();
        long from = Files.size(host.log());
        for (Request request : requests) {
            Api.send(request);
            mark();
        }
        return read(from, organisation);
    }

    /** What was written before stands before it: all go through one pipe. */
    private void mark() throws SQLException, IOException, InterruptedException {
        long before = Files.size(host.log());
        try (var statement = owner.createStatement()) {
            statement.execute(MARK);
        }
        while (!readFrom(before).contains(MARK)) {
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }

    private String readFrom(long position) throws IOException {
        try (var file = Files.newByteChannel(host.log())) {
            file.position(position);
            return new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Recorded> read(long from, UUID organisation) throws IOException {
        List<Recorded> recorded = new ArrayList<>();
        Map<String, List<Statement>> open = new LinkedHashMap<>();
        List<List<Statement>> transactions = new ArrayList<>();
        for (String line : readFrom(from).split("\n")) {
            JsonNode entry = Api.JSON.readTree(line);
            Matcher sent = STATEMENT.matcher(entry.path("message").asText());
            if (!sent.matches()) {
                continue;
            }
            String sql = sent.group(1);
            if (sql.equals(MARK)) {
                recorded.add(new Recorded(List.copyOf(transactions)));
                transactions.clear();
                continue;
            }
            String session = entry.path("session_id").asText();
            switch (sql) {
                case "BEGIN" -> open.put(session, new ArrayList<>());
                case "COMMIT" -> {
                    List<Statement> transaction = open.remove(session);
                    if (transaction != null && isOf(organisation, transaction)) {
                        transactions.add(transaction);
                    }
                }
                default -> {
                    if (open.containsKey(session)) {
                        open.get(session).add(new Statement(sql, parameters(entry)));
                    }
                }
            }
        }
        return recorded;
    }

    /** What the product does beside requests is done as no organisation, or as another. */
    private static boolean isOf(UUID organisation, List<Statement> transaction) {
        return transaction.stream()
                .anyMatch(statement -> statement.sql().contains("set_config")
                        && statement.parameters().contains(organisation.toString()));
    }

    private static List<String> parameters(JsonNode entry) {
        Map<Integer, String> found = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(entry.path("detail").asText());
        while (parameter.find()) {
            String value = parameter.group(2);
            found.put(Integer.parseInt(parameter.group(1)), value == null ? null : value.replace("''", "'"));
        }
        List<String> parameters = new ArrayList<>();
        for (int number = 1; number <= found.size(); number++) {
            parameters.add(found.get(number));
        }
        return parameters;
    }

    @Override
    public void close() throws SQLException {
        app.close();
        try (var statement = owner.createStatement()) {
            statement.execute("alter role dialogspejl_app reset log_statement");
        }
        owner.close();
    }
}
