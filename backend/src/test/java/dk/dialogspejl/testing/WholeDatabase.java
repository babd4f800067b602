package dk.dialogspejl.testing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGConnection;

/** Every row of every table, as a backup has them: read and written by a superuser, past row-level security. */
@ApplicationScoped
public class WholeDatabase {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.liquibase.username")
    String owner;

    @ConfigProperty(name = "quarkus.liquibase.password")
    String password;

    /** What {@code copy … to stdout} says of each table. */
    public record Dump(Map<String, String> tables) {

        /** The tables in which these words stand, as text or as the bytes of it. */
        public List<String> tablesWith(String words) {
            String bytes = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
            return tables.entrySet().stream()
                    .filter(table ->
                            table.getValue().contains(words) || table.getValue().contains(bytes))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** For single statements: to sign in for each takes longer than what it asks. */
    private AgroalDataSource kept;

    @PostConstruct
    void keepConnections() {
        try {
            kept = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(20)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                    .principal(new NamePrincipal(owner))
                                    .credential(new SimplePassword(password)))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        kept.close();
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    public Dump dump() throws SQLException, IOException {
        try (Connection connection = open()) {
            Map<String, String> tables = new LinkedHashMap<>();
            for (String table : tables(connection)) {
                StringWriter rows = new StringWriter();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
                tables.put(table, rows.toString());
            }
            return new Dump(tables);
        }
    }

    /** Puts everything back as it was, whatever has happened since. */
    public void restore(Dump dump) throws SQLException, IOException {
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            execute(connection, "set local session_replication_role = replica"); // in any order of the tables
            execute(connection, "truncate " + String.join(", ", dump.tables().keySet()));
            for (var table : dump.tables().entrySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.getKey() + " from stdin", new StringReader(table.getValue()));
            }
            connection.commit();
        }
    }

    /** The first column of each row, as text. */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = kept.getConnection()) {
            return query(connection, sql);
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = kept.getConnection()) {
            execute(connection, sql);
        }
    }

    /** Past all triggers and foreign keys. */
    public void executeUnchecked(String sql) throws SQLException {
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            execute(connection, "set local session_replication_role = replica");
            execute(connection, sql);
            connection.commit();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return query(
                connection,
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1");
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
