package dk.dialogspejl.bench;

import dk.dialogspejl.bench.Recorder.Recorded;
import dk.dialogspejl.bench.Recorder.Statement;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was recorded, again and again through PgJDBC and nothing else: the same statements with the same parameters in the
 * same transactions, as the same role, on as many connections as the product has. Every column of every row is read.
 */
final class Replay implements AutoCloseable {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    /** In an update the first is what is written, the second what must be there. */
    private static final Pattern VERSION = Pattern.compile("\\bversion ?= ?\\$(\\d+)");

    private final List<Connection> connections = new ArrayList<>();
    private final List<List<Call>> parts = new ArrayList<>();
    private final ExecutorService threads;

    /** A statement as JDBC takes it. */
    private record Bound(String sql, Object[] values, int newVersion, int oldVersion) {

        boolean countsVersions() {
            return newVersion >= 0;
        }
    }

    /** A request's; how often it was made decides about the version of what it changes. */
    private static final class Call {

        private final List<List<Bound>> transactions;
        private int made = 1; // when it was recorded

        private Call(List<List<Bound>> transactions) {
            this.transactions = transactions;
        }
    }

    private Replay(int connections) {
        threads = Executors.newFixedThreadPool(connections);
    }

    /** @param calls each belongs to one of the connections, so that no two change the same */
    static Replay of(Host host, int connections, List<Recorded> calls) throws SQLException, IOException {
        Replay replay = new Replay(connections);
        for (int number = 0; number < connections; number++) {
            Connection connection = host.application();
            connection.setAutoCommit(false);
            replay.connections.add(connection);
            replay.parts.add(new ArrayList<>());
        }
        for (int number = 0; number < Math.max(connections, calls.size()); number++) {
            int part = number % connections;
            replay.parts.get(part).add(bind(replay.connections.get(part), calls.get(number % calls.size())));
        }
        return replay;
    }

    private static Call bind(Connection connection, Recorded recorded) throws SQLException {
        List<List<Bound>> transactions = new ArrayList<>();
        for (List<Statement> transaction : recorded.transactions()) {
            List<Bound> bound = new ArrayList<>();
            for (Statement statement : transaction) {
                bound.add(bind(connection, statement));
            }
            transactions.add(bound);
        }
        return new Call(transactions);
    }

    /** Values of the types that PostgreSQL takes them for, as a program would have them. */
    private static Bound bind(Connection connection, Statement statement) throws SQLException {
        String sql = PLACE.matcher(statement.sql()).replaceAll("?");
        Object[] values = new Object[statement.parameters().size()];
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            var types = prepared.getParameterMetaData();
            for (int place = 0; place < values.length; place++) {
                values[place] =
                        value(connection, statement.parameters().get(place), types.getParameterTypeName(place + 1));
            }
        }
        connection.rollback();
        int newVersion = -1;
        int oldVersion = -1;
        Matcher version = VERSION.matcher(statement.sql());
        if (statement.sql().startsWith("update") && version.find()) {
            newVersion = Integer.parseInt(version.group(1)) - 1;
            oldVersion = version.find() ? Integer.parseInt(version.group(1)) - 1 : newVersion;
        }
        return new Bound(sql, values, newVersion, oldVersion);
    }

    private static Object value(Connection connection, String text, String type) throws SQLException {
        if (text == null) {
            return null;
        }
        try (PreparedStatement cast = connection.prepareStatement("select cast(cast(? as text) as " + type + ")")) {
            cast.setString(1, text);
            try (ResultSet found = cast.executeQuery()) {
                found.next();
                return type.equals("timestamptz") ? found.getObject(1, OffsetDateTime.class) : found.getObject(1);
            }
        }
    }

    /** Says how many requests' worth was done within the time. */
    long work(Duration howLong) throws Exception {
        long until = System.nanoTime() + howLong.toNanos();
        List<Callable<Long>> work = new ArrayList<>();
        for (int number = 0; number < connections.size(); number++) {
            Connection connection = connections.get(number);
            List<Call> calls = parts.get(number);
            work.add(() -> {
                long done = 0;
                for (int turn = 0; System.nanoTime() < until; turn++) {
                    make(connection, calls.get(turn % calls.size()), null);
                    done++;
                }
                return done;
            });
        }
        long done = 0;
        for (Future<Long> each : threads.invokeAll(work)) {
            done += each.get();
        }
        return done;
    }

    /** What each request reads: all values of all rows, as text. */
    List<List<String>> values() throws SQLException {
        List<List<String>> values = new ArrayList<>();
        int most = parts.stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < most; turn++) {
            for (int number = 0; number < connections.size(); number++) {
                if (turn < parts.get(number).size()) {
                    List<String> of = new ArrayList<>();
                    make(connections.get(number), parts.get(number).get(turn), of);
                    values.add(of);
                }
            }
        }
        return values;
    }

    private static void make(Connection connection, Call call, List<String> values) throws SQLException {
        for (List<Bound> transaction : call.transactions) {
            for (Bound bound : transaction) {
                try (PreparedStatement statement = connection.prepareStatement(bound.sql())) {
                    for (int place = 0; place < bound.values().length; place++) {
                        statement.setObject(place + 1, bound.values()[place]);
                    }
                    if (bound.countsVersions()) {
                        int before = (Integer) bound.values()[bound.oldVersion()] + call.made;
                        statement.setInt(bound.oldVersion() + 1, before);
                        statement.setInt(bound.newVersion() + 1, before + 1);
                    }
                    if (statement.execute()) {
                        read(statement.getResultSet(), values);
                    } else if (bound.countsVersions() && statement.getUpdateCount() != 1) {
                        throw new IllegalStateException("Another has changed it: " + bound.sql());
                    }
                }
            }
            connection.commit();
        }
        call.made++;
    }

    private static void read(ResultSet rows, List<String> values) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                Object value = rows.getObject(column);
                if (values != null && value != null) {
                    addAsText(value, values);
                }
            }
        }
        rows.close();
    }

    /** As JSON says it. */
    private static void addAsText(Object value, List<String> values) throws SQLException {
        if (value instanceof Timestamp moment) {
            values.add(moment.toInstant().toString());
        } else if (value instanceof Array array) {
            for (Object each : (Object[]) array.getArray()) {
                addAsText(each, values);
            }
        } else {
            values.add(value.toString());
        }
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
