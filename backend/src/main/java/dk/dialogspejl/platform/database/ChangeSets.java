package dk.dialogspejl.platform.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Remembers that every change set of this build has run. Liquibase takes a second or more to find that out at each start; here
 * it takes two statements. The note is a comment on Liquibase's own table, so it is restored with the database, and it names
 * both the change sets and the rows that say what has run: other files, or a row that somebody has changed, and Liquibase
 * looks again.
 */
@ApplicationScoped
class ChangeSets {

    /** Whether Quarkus has Liquibase migrate when the service starts. */
    static final String MIGRATE = "quarkus.liquibase.migrate-at-start";

    private static final Logger LOG = Logger.getLogger(ChangeSets.class);
    private static final String INDEX = "db/changelog.yaml";
    private static final Pattern INCLUDED = Pattern.compile("include: *\\{ *file: *(\\S+) *}");

    private static final String RAN = "(select md5(string_agg(concat_ws(' ', id, author, filename, md5sum, exectype),"
            + " ',' order by orderexecuted, id, author, filename)) from databasechangelog)";

    @ConfigProperty(name = MIGRATE)
    boolean liquibaseHasRun;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.liquibase.username")
    String owner;

    @ConfigProperty(name = "quarkus.liquibase.password")
    String password;

    /** Whether they have all run, and nothing has been done to what says so since. */
    static boolean haveRun(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var table = statement.executeQuery("select to_regclass('databasechangelog') is not null")) {
            if (!table.next() || !table.getBoolean(1)) {
                return false;
            }
        }
        try (var statement = owner.createStatement();
                var note = statement.executeQuery("select coalesce(obj_description('databasechangelog'::regclass,"
                        + " 'pg_class') = '" + digest() + " ' || " + RAN + ", false)")) {
            return note.next() && note.getBoolean(1);
        }
    }

    /** To be called when Liquibase has found that they have all run, or has run them. */
    static void note(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            // A comment is a literal, so it is put together by the server and then executed.
            statement.execute("do $$ begin execute format('comment on table databasechangelog is %L', '" + digest()
                    + " ' || " + RAN + "); end $$");
        }
    }

    /** By the time of this event Liquibase is done. Without a note it only looks again at the next start. */
    void noteAtStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        if (liquibaseHasRun) {
            try (Connection connection = DriverManager.getConnection(url, owner, password)) {
                note(connection);
            } catch (SQLException e) {
                LOG.warnf("It could not be noted that all change sets have run: SQL state %s", e.getSQLState());
            }
        }
    }

    /** The change log and all that it includes, as resources. */
    static List<String> files() {
        List<String> files = new ArrayList<>(List.of(INDEX));
        INCLUDED.matcher(new String(read(INDEX), StandardCharsets.UTF_8))
                .results()
                .forEach(included -> files.add(included.group(1)));
        return files;
    }

    private static String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files().forEach(file -> sha.update(read(file)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream resource = ChangeSets.class.getResourceAsStream("/" + file)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
