package dk.dialogspejl.platform.database;

import dk.dialogspejl.platform.DataFolder;
import dk.dialogspejl.platform.NotReady;
import dk.dialogspejl.platform.database.Database.Location;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL of the service's own, in {@code DIALOGSPEJL_DATA} (default {@code .data}), listening on
 * loopback only. Its data outlives the service, also when the service is killed.
 */
final class EmbeddedDatabase {

    private static final String OWNER = "postgres";
    private static final Duration STARTUP = Duration.ofSeconds(60);
    // Held so that the level set on it is not lost to garbage collection.
    private static final Logger LIBRARY_LOG = Logger.getLogger("io.zonky.test");

    // Held so that the locks on them are not lost to garbage collection either.
    private static final List<FileChannel> LOCKED = new CopyOnWriteArrayList<>();
    private static volatile EmbeddedPostgres running;

    private EmbeddedDatabase() {}

    static Location start() {
        return start(DataFolder.path());
    }

    static Location start(Path home) {
        LIBRARY_LOG.setLevel(Level.WARNING);
        Path data = home.resolve("postgresql");
        try {
            Files.createDirectories(home);
            takeForThisProcess(home);
            stopAnyLeftRunning(home, data);
            String password = DataFolder.secret(home.resolve("postgresql-password"), 24, HexFormat.of()::formatHex);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            home.resolve("postgresql-binaries").toFile())
                    .setDataDirectoryCustomizer(directory -> trustOnlyUntilThePasswordIsSet(directory.toPath()))
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on") // the library turns it off
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(STARTUP)
                    .start();
            running = server;
            requirePassword(server, data, password);
            return new Location("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", OWNER, password);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new NotReady("Dialogspejl could not start its own PostgreSQL in " + home + ": " + e.getMessage(), e);
        }
    }

    /** Stops the server this process has started, if any; it finishes what it has acknowledged. */
    static void stop() {
        EmbeddedPostgres server = running;
        running = null;
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The lock goes with the process, also when that is killed; nobody else can take its PostgreSQL away from it. */
    private static void takeForThisProcess(Path home) throws IOException {
        FileChannel file =
                FileChannel.open(home.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            throw new NotReady(
                    "Another Dialogspejl is running on " + home
                            + ". Stop it, or set DIALOGSPEJL_DATA to another folder.",
                    null);
        }
        LOCKED.add(file);
    }

    /** After a {@code kill -9} of the service its PostgreSQL is still there; a second one cannot share the data. */
    private static void stopAnyLeftRunning(Path home, Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String first = Files.readString(pidFile).lines().findFirst().orElse("").trim();
        if (!first.matches("\\d+")) {
            return; // cut off while it was written; PostgreSQL clears it itself
        }
        long pid = Long.parseLong(first);
        ProcessHandle left =
                ProcessHandle.of(pid).filter(process -> isOurs(process, home)).orElse(null);
        if (left == null) {
            return; // PostgreSQL clears a stale file itself
        }
        left.destroy();
        try {
            left.onExit().get(STARTUP.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IOException("the PostgreSQL with process id " + pid + " from an earlier run does not stop", e);
        }
    }

    /** The id in the file may by now be that of somebody else's process, even of another PostgreSQL. */
    private static boolean isOurs(ProcessHandle process, Path home) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.startsWith(home))
                .isPresent();
    }

    /** initdb leaves every local user trusted; that holds only for the first seconds of a new data directory. */
    private static void trustOnlyUntilThePasswordIsSet(Path data) {
        if (Files.exists(data.resolve("password-required"))) {
            demandPassword(data);
        }
    }

    private static void requirePassword(EmbeddedPostgres server, Path data, String password)
            throws SQLException, IOException {
        if (Files.exists(data.resolve("password-required"))) {
            return;
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role " + OWNER + " password '" + password + "'");
            demandPassword(data);
            statement.execute("select pg_reload_conf()");
        }
        Files.createFile(data.resolve("password-required"));
    }

    private static void demandPassword(Path data) {
        Path access = data.resolve("pg_hba.conf");
        try (Stream<String> lines = Files.lines(access)) {
            List<String> strict = lines.map(
                            line -> line.startsWith("#") ? line : line.replaceFirst("\\btrust$", "scram-sha-256"))
                    .toList();
            Files.write(access, strict);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
