package dk.dialogspejl.bench;

import dk.dialogspejl.platform.DataFolder;
import dk.dialogspejl.platform.database.Database;
import dk.dialogspejl.platform.sealing.MasterKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The product's own PostgreSQL (ADR 3), held by the bench, and the apps that are started beside it. */
final class Host implements AutoCloseable {

    private static final Path LAUNCH = Path.of("backend", "launch");
    private static final Path PRODUCT = Path.of("backend", "target", "quarkus-app", "quarkus-run.jar");
    private static final Path BARE = Path.of("bench", "bare", "target", "quarkus-app", "quarkus-run.jar");

    /** Nobody is refused for asking too often: that is what is measured. */
    private static final String NO_END = "1000000000";

    private final long postmaster;
    private final String url;

    private Host(long postmaster, String url) {
        this.postmaster = postmaster;
        this.url = url;
    }

    /** Makes a new installation in {@code DIALOGSPEJL_DATA}, with the demo organisations in it. */
    static Host begin() throws IOException, InterruptedException, SQLException {
        requireSameQuarkus();
        Path data = DataFolder.path();
        Map<String, String> first =
                Map.of("DIALOGSPEJL_DATA", data.toString(), "DIALOGSPEJL_DEMO", "true", "QUARKUS_LOG_LEVEL", "WARN");
        Path postmasterFile = data.resolve("postgresql").resolve("postmaster.pid");
        try (App product = start(first)) {
            String port = Files.readAllLines(postmasterFile).get(3);
            String password = Files.readString(data.resolve("postgresql-password"));
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
            try (Connection owner = DriverManager.getConnection(url, "postgres", password);
                    var statement = owner.createStatement()) {
                // Where the statements of the product are read from; nothing is written there meanwhile.
                statement.execute("alter system set logging_collector = on");
                statement.execute("alter system set log_destination = 'jsonlog'");
                statement.execute("alter system set log_filename = 'bench.log'");
                statement.execute("alter system set log_rotation_size = 0");
                statement.execute("alter system set log_rotation_age = 0");
            }
        }
        Database.prepare();
        MasterKey.prepare();
        return new Host(
                Long.parseLong(Files.readAllLines(postmasterFile).get(0).strip()),
                System.getProperty("quarkus.datasource.jdbc.url"));
    }

    /** Another database of the same PostgreSQL, as this one is now. Nothing else may be connected to this one. */
    Host copy(String database) throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("create database " + database + " template " + owner.getCatalog());
        }
        return new Host(postmaster, url.replaceFirst("[^/]+$", database));
    }

    /** Nothing of what has been filled in is left to do: for PostgreSQL to write, to clean or to count. */
    void settle() throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static void requireSameQuarkus() throws IOException {
        String ours = quarkusOf(PRODUCT);
        String theirs = quarkusOf(BARE);
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("The product has " + ours + ", bench/bare has " + theirs);
        }
    }

    static String quarkusVersion() throws IOException {
        return quarkusOf(PRODUCT).replaceAll(".*quarkus-core-|\\.jar", "");
    }

    private static String quarkusOf(Path jar) throws IOException {
        try (var libraries = Files.list(jar.resolveSibling("lib").resolve("main"))) {
            return libraries
                    .map(library -> library.getFileName().toString())
                    .filter(name -> name.matches("io\\.quarkus\\.quarkus-core-[\\d.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    App product(String... jvm) throws IOException, InterruptedException {
        return product(Scale.CONNECTIONS, jvm);
    }

    App product(int connections, String... jvm) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL",
                url,
                "DATABASE_USER",
                System.getProperty("quarkus.liquibase.username"),
                "DATABASE_PASSWORD",
                System.getProperty("quarkus.liquibase.password"),
                "DATABASE_CONNECTIONS",
                Integer.toString(connections),
                "DIALOGSPEJL_MASTER_KEY",
                masterKey(),
                "DIALOGSPEJL_DATA",
                DataFolder.path().resolveSibling("service").toString(),
                "DIALOGSPEJL_RETENTION",
                "dry-run",
                "DIALOGSPEJL_REQUESTS_PER_MINUTE",
                NO_END,
                "DIALOGSPEJL_REQUESTS_PER_MINUTE_ADDRESS",
                NO_END,
                "DIALOGSPEJL_FULL_LOADS_PER_HOUR",
                NO_END));
        return start(environment, jvm);
    }

    private static App start(Map<String, String> environment, String... jvm) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCH.toAbsolutePath().toString()));
        command.addAll(List.of(jvm));
        return App.start("product", command, environment, "/q/health/ready");
    }

    App bare() throws IOException, InterruptedException {
        return App.startJar(BARE, "/ready");
    }

    static String masterKey() {
        return System.getProperty(MasterKey.SETTING);
    }

    /** A superuser's, past row-level security. */
    Connection owner() throws SQLException {
        return connect("quarkus.liquibase");
    }

    /** As the service signs in itself, with its settings. */
    Connection application() throws SQLException, IOException {
        Properties product = new Properties();
        try (InputStream settings = Host.class.getResourceAsStream("/application.properties")) {
            product.load(settings);
        }
        Connection connection = connect("quarkus.datasource");
        try (var statement = connection.createStatement()) {
            statement.execute(product.getProperty("quarkus.datasource.jdbc.new-connection-sql"));
        }
        return connection;
    }

    private Connection connect(String user) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", System.getProperty(user + ".username"));
        properties.setProperty("password", System.getProperty(user + ".password"));
        return DriverManager.getConnection(url, properties);
    }

    /** What PostgreSQL has used of processors, in all its processes. */
    Duration cpu() {
        return Processes.cpuOfAll(postmaster);
    }

    Path log() {
        return DataFolder.path().resolve("postgresql").resolve("log").resolve("bench.json");
    }

    @Override
    public void close() {
        Database.stop();
    }
}
