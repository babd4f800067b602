package dk.dialogspejl.platform.database;

import dk.dialogspejl.testing.WholeDatabase;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows of each table PostgreSQL has read, in the table or in an index, as it counts them itself: by whichever
 * statement, procedure, trigger or foreign key.
 */
@Singleton
class RowsRead implements AgroalPoolInterceptor {

    @Inject
    WholeDatabase database;

    private volatile boolean counting;

    /** A server process tells its counts once a second, or when it is asked to. */
    @Override
    public void onConnectionReturn(Connection connection) {
        if (counting) {
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_stat_force_next_flush()");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** By table, those alone of which any were read. */
    Map<String, Long> during(Runnable work) {
        counting = true;
        try {
            Map<String, Long> before = soFar();
            work.run();
            Map<String, Long> read = soFar();
            read.replaceAll((table, rows) -> rows - before.getOrDefault(table, 0L));
            read.values().removeIf(rows -> rows == 0);
            return read;
        } finally {
            counting = false;
        }
    }

    private Map<String, Long> soFar() {
        try {
            return read();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Long> read() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String line : database.query("select relname || ' ' || seq_tup_read + coalesce((select sum(idx_tup_read)"
                + " from pg_stat_user_indexes i where i.relid = t.relid), 0) from pg_stat_user_tables t")) {
            String[] parts = line.split(" ");
            rows.put(parts[0], Long.parseLong(parts[1]));
        }
        return rows;
    }
}
