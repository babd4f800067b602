package dk.dialogspejl.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A built Quarkus app in a process of its own, on loopback. */
final class App implements AutoCloseable {

    /** A start goes through all organisations, of which there may be thousands. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long LOOK_AGAIN_MS = 5;

    /** Of the whole heap, or of each of its parts where the collector counts them apart. */
    private static final Pattern HEAP = Pattern.compile("(?:heap|generation) +total \\d+K, used (\\d+)K");

    private final Process process;
    private final int port;
    private Duration startedIn;

    private App(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param jar of an app as Quarkus builds it, started as its guide says */
    static App startJar(Path jar, String ready) throws IOException, InterruptedException {
        return start("bare", List.of("java", "-jar", jar.toString()), Map.of(), ready);
    }

    /**
     * @param name of its log
     * @param command that becomes the app's process; its Java is the one that runs the bench
     * @param ready a path that is answered with 200 as soon as the app can work
     * @throws IllegalStateException when it does not become ready
     */
    static App start(String name, List<String> command, Map<String, String> environment, String ready)
            throws IOException, InterruptedException {
        int port = freePort();
        Path log = Files.createDirectories(Path.of("bench", "target")).resolve(name + "-" + System.nanoTime() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("DIALOGSPEJL_DATA");
        builder.environment().putAll(environment);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().merge("PATH", Path.of(program("java")).getParent() + ":", (path, java) -> java + path);
        long begun = System.nanoTime();
        App app = new App(builder.start(), port);
        app.awaitReady(ready, log);
        app.startedIn = Duration.ofNanos(System.nanoTime() - begun);
        return app;
    }

    private void awaitReady(String path, Path log) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                HttpRequest request = HttpRequest.newBuilder(at(path)).build();
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It listens last.
            }
            Thread.sleep(LOOK_AGAIN_MS);
        }
        close();
        throw new IllegalStateException("It did not become ready; see " + log);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** From the start of its process until it was ready. */
    Duration startedIn() {
        return startedIn;
    }

    Duration cpu() {
        return Processes.cpu(process.pid());
    }

    void collectGarbage() throws IOException, InterruptedException {
        jcmd("GC.run");
    }

    /** What it holds of its heap when what is garbage has gone, in bytes. */
    long heldHeap() throws IOException, InterruptedException {
        collectGarbage();
        return HEAP.matcher(jcmd("GC.heap_info"))
                        .results()
                        .mapToLong(part -> Long.parseLong(part.group(1)))
                        .sum()
                << 10;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(program("jcmd"), Long.toString(process.pid()), command).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
