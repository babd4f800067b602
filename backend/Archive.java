import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * Makes the archive of classes that {@code launch} starts the service with (class-data sharing): {@code java Archive.java}. The
 * service as built is started once, on a new database of its own, and what it loads until it is ready is written to
 * {@code target/classes.lst}; from that Java makes {@code classes.jsa} beside the service's jar, read, checked and linked.
 */
class Archive {

    private static final Path BACKEND = Path.of("").toAbsolutePath();
    private static final Path APP = BACKEND.resolve("target/quarkus-app");
    private static final Path LIST = BACKEND.resolve("target/classes.lst");
    private static final Path ARCHIVE = APP.resolve("classes.jsa");
    private static final long PATIENCE_SECONDS = 300;

    /** What Quarkus says when it listens and everything that waits for that has been done. */
    private static final String READY = "Installed features";

    public static void main(String... none) throws Exception {
        Files.deleteIfExists(ARCHIVE);
        Path work = Files.createTempDirectory("dialogspejl-archive-");
        try {
            Path loaded = work.resolve("loaded.lst");
            load(work, loaded);
            Files.write(LIST, without(inVersions(), Files.readAllLines(loaded)));
        } finally {
            delete(work);
        }
        Path log = APP.resolveSibling("archive.log");
        Process dump = launch(log, Map.of(), "-Xshare:dump", "-XX:SharedClassListFile=" + LIST, "-XX:SharedArchiveFile=" + ARCHIVE);
        if (dump.waitFor() != 0 || !Files.exists(ARCHIVE)) {
            throw new IllegalStateException("Java made no archive, see " + log);
        }
    }

    private static void load(Path work, Path loaded) throws IOException, InterruptedException {
        Path log = work.resolve("log");
        Map<String, String> environment =
                Map.of("DIALOGSPEJL_DATA", work.resolve("data").toString(), "DIALOGSPEJL_DEMO", "true", "PORT", "0");
        Process service = launch(log, environment, "-XX:DumpLoadedClassList=" + loaded);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.readString(log).contains(READY)) {
                if (!service.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("The service did not start:\n" + Files.readString(log));
                }
                Thread.sleep(100);
            }
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static Process launch(Path log, Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(BACKEND.resolve("launch").toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        List.of("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD").forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /**
     * Classes that a jar has anew for later versions of Java. Java 17 does not find their bytes again when something looks at
     * classes as they are loaded, such as JFR or an agent, and dies of it.
     */
    private static Set<String> inVersions() throws IOException {
        Set<String> names = new HashSet<>();
        try (var files = Files.walk(APP.resolve("lib"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.matches("META-INF/versions/\\d+/.+\\.class"))
                            .map(name -> name.replaceFirst("META-INF/versions/\\d+/", "").replaceFirst("\\.class$", ""))
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    private static List<String> without(Set<String> names, List<String> loaded) {
        return loaded.stream()
                .filter(line -> !names.contains(line.replaceFirst("^@lambda-proxy ", "").split(" ")[0]))
                .toList();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
