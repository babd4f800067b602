package dk.dialogspejl.platform.database;

import dk.dialogspejl.platform.sealing.MasterKey;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
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
                settings.put(MasterKey.SETTING, aMasterKey());
                settings.put(
                        "dialogspejl.erasure-ledger",
                        home.resolve("erasures.ndjson").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return settings;
    }

    public static String aMasterKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** The embedded server stops with the JVM: tests in another profile go on with the same one. */
    @Override
    public void stop() {}
}
