package dk.dialogspejl.platform.database;

import dk.dialogspejl.platform.NotReady;
import io.quarkus.runtime.LaunchMode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The database the service runs on: the one in {@code DATABASE_URL}, else an embedded PostgreSQL.
 *
 * <p>The credentials given belong to the owner of the schema, who migrates it. The service itself signs in
 * as {@value #APPLICATION_ROLE}, which owns nothing and cannot bypass row-level security.
 */
public final class Database {

    /** The role the service works as. It is made here, on each start, if it is not there. */
    public static final String APPLICATION_ROLE = "dialogspejl_app";

    private static volatile boolean embedded;

    private Database() {}

    /** Where the database is, and its owner's credentials. */
    record Location(String jdbcUrl, String owner, String ownerPassword) {}

    /** Whether this process has its database already: with live reload the service starts many times on one. */
    public static boolean isPrepared() {
        return System.getProperty("quarkus.datasource.jdbc.url") != null;
    }

    /**
     * Finds or starts the database and hands it to Quarkus through system properties.
     *
     * @throws NotReady when there is none to be had
     */
    public static void prepare() {
        Location location = given(System.getenv()).orElseGet(Database::embedded);
        settings(location).forEach(System::setProperty);
    }

    private static Optional<Location> given(Map<String, String> environment) {
        String url = environment.getOrDefault("DATABASE_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        String owner = environment.getOrDefault("DATABASE_USER", "");
        String password = environment.getOrDefault("DATABASE_PASSWORD", "");
        if (owner.isBlank() || password.isBlank()) {
            throw new NotReady("DATABASE_URL is set; set DATABASE_USER and DATABASE_PASSWORD too.", null);
        }
        return Optional.of(new Location(DatabaseUrl.toJdbc(url), owner, password));
    }

    /** Stops the embedded database; any other goes on. */
    public static void stop() {
        if (embedded) {
            EmbeddedDatabase.stop();
        }
    }

    /** A service of its own stops its database itself, when the last request is answered; one in development does not. */
    private static void stopWithTheProcess() {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            EmbeddedDatabase.stop();
        }
    }

    private static Location embedded() {
        try {
            embedded = true;
            Location location = EmbeddedDatabase.start();
            Runtime.getRuntime().addShutdownHook(new Thread(Database::stopWithTheProcess));
            return location;
        } catch (NoClassDefFoundError leftOut) {
            throw new NotReady(
                    "This build has no PostgreSQL of its own. Set DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD.",
                    leftOut);
        }
    }

    /**
     * Makes the application role and answers the Quarkus settings for the given database.
     *
     * @throws NotReady when the owner cannot sign in or cannot make the role
     */
    static Map<String, String> settings(Location location) {
        String applicationPassword = applicationPassword(location.ownerPassword());
        try (Connection owner =
                DriverManager.getConnection(location.jdbcUrl(), location.owner(), location.ownerPassword())) {
            ensureApplicationRole(owner, applicationPassword);
        } catch (SQLException e) {
            throw new NotReady(
                    "Dialogspejl could not prepare the database: "
                            + e.getMessage().lines().findFirst().orElse("")
                            + ". Check DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD;"
                            + " the user must own the database and be allowed to create roles.",
                    e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", location.jdbcUrl(),
                "quarkus.datasource.username", APPLICATION_ROLE,
                "quarkus.datasource.password", applicationPassword,
                "quarkus.liquibase.username", location.owner(),
                "quarkus.liquibase.password", location.ownerPassword());
    }

    /** Derived, so that several instances given the same owner agree without a second secret to keep. */
    private static String applicationPassword(String ownerPassword) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(APPLICATION_ROLE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ensureApplicationRole(Connection owner, String password) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('" + APPLICATION_ROLE + "'))");
            boolean exists;
            try (var row = statement.executeQuery("select from pg_roles where rolname = '" + APPLICATION_ROLE + "'")) {
                exists = row.next();
            }
            // Spelled out only when it is made: an owner that is no superuser may not even repeat them.
            statement.execute(
                    exists
                            ? "alter role " + APPLICATION_ROLE + " login password '" + password + "'"
                            : "create role " + APPLICATION_ROLE
                                    + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + password
                                    + "'");
        }
        owner.commit();
    }
}
