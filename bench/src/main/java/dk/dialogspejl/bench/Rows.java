package dk.dialogspejl.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows of a table, by {@code COPY … FROM STDIN}. */
final class Rows implements AutoCloseable {

    private final OutputStream out;
    private final StringBuilder row = new StringBuilder();

    private Rows(OutputStream out) {
        this.out = out;
    }

    /** @param table with its columns, as {@code team (organisation_id, id, name)} */
    static Rows of(Connection connection, String table) throws SQLException {
        return new Rows(new BufferedOutputStream(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy " + table + " from stdin"),
                1 << 16));
    }

    void add(Object... values) throws IOException {
        row.setLength(0);
        for (Object value : values) {
            if (!row.isEmpty()) {
                row.append('\t');
            }
            append(value);
        }
        out.write(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private void append(Object value) {
        if (value == null) {
            row.append("\\N");
        } else if (value instanceof byte[] bytes) {
            row.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof List<?> list) {
            row.append('{');
            list.forEach(each -> row.append(each).append(','));
            row.setLength(list.isEmpty() ? row.length() : row.length() - 1);
            row.append('}');
        } else {
            row.append(value);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
