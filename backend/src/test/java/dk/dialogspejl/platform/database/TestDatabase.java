package dk.dialogspejl.platform.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL for the tests, new for each run and prepared just as in production. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static Map<String, String> settings;

    @Override
    public Map<String, String> start() {
        if (settings == null) {
            try {
                Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-database-");
                Runtime.getRuntime().addShutdownHook(new Thread(EmbeddedDatabase::stop));
                settings = new HashMap<>(Database.settings(EmbeddedDatabase.start(home.toAbsolutePath())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return settings;
    }

    /** The embedded server stops with the JVM: tests in another profile go on with the same one. */
    @Override
    public void stop() {}
}
