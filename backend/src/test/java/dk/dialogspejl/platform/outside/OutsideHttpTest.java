package dk.dialogspejl.platform.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dk.dialogspejl.platform.outside.OutsideFailure.Cause;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real HTTP and TLS on this machine; what names stand for is decided here. */
class OutsideHttpTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final char[] PASSWORD = "en lang adgangskode".toCharArray();
    private static final String NAME = "hr.example";

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> lookedUp = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private int serves(HttpServer server) {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private int serves(String at, int port) throws IOException {
        return serves(HttpServer.create(new InetSocketAddress(InetAddress.getByName(at), port), 0));
    }

    private void answer(HttpExchange exchange) throws IOException {
        heard.add(exchange.getLocalAddress().getAddress().getHostAddress() + " "
                + exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        switch (exchange.getRequestURI().getPath()) {
            case "/elsewhere" -> {
                exchange.getResponseHeaders().set("Location", "/");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/busy" -> {
                exchange.getResponseHeaders().set("Retry-After", "120");
                exchange.sendResponseHeaders(503, -1);
            }
            case "/without-end" -> {
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream body = exchange.getResponseBody()) {
                    while (true) {
                        body.write(new byte[1024]);
                    }
                }
            }
            default -> {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("ja".getBytes(StandardCharsets.UTF_8));
            }
        }
        exchange.close();
    }

    /** The name has one of these after the other, each time it is looked up. */
    private OutsideHttp where(HttpClientOptions options, InetAddress[]... answers) {
        return new OutsideHttp(VERTX, options, name -> {
            lookedUp.add(name);
            return answers[Math.min(lookedUp.size(), answers.length) - 1];
        });
    }

    private OutsideHttp where(InetAddress[]... answers) {
        return where(new HttpClientOptions(), answers);
    }

    private static InetAddress[] addresses(String... literals) throws IOException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int index = 0; index < literals.length; index++) {
            addresses[index] = InetAddress.getByName(literals[index]);
        }
        return addresses;
    }

    private static OutsideCall call(Reach reach, String address, int most) {
        return call(reach, address, most, Duration.ofSeconds(10));
    }

    private static OutsideCall call(Reach reach, String address, int most, Duration within) {
        return new OutsideCall(
                reach, URI.create(address), Map.of(), "hej".getBytes(StandardCharsets.UTF_8), within, most);
    }

    private static Cause failure(OutsideHttp http, OutsideCall call) {
        return assertThrows(OutsideFailure.class, () -> http.send(call)).why();
    }

    @Test
    void the_connection_goes_to_the_address_that_was_looked_at_whatever_the_name_is_the_next_moment() throws Exception {
        int port = serves("127.0.0.1", 0);
        serves("127.0.0.2", port);
        OutsideHttp http = where(addresses("127.0.0.1"), addresses("127.0.0.2"));
        OutsideAnswer answer = http.send(call(Reach.THIS_MACHINE_TOO, "http://localhost:" + port + "/hr?x=1", 10));
        assertEquals("ja", new String(answer.body(), StandardCharsets.UTF_8));
        assertEquals(List.of("localhost"), lookedUp);
        assertEquals(List.of("127.0.0.1 localhost:" + port + " /hr?x=1 hej"), heard);
    }

    @Test
    void a_name_that_leads_inside_is_refused_before_anything_is_connected() throws Exception {
        int port = serves("127.0.0.1", 0);
        String address = "https://" + NAME + ":" + port + "/";
        for (String inside : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1")) {
            OutsideHttp http = where(addresses(inside));
            assertEquals(Cause.ADDRESS_REFUSED, failure(http, call(Reach.PUBLIC, address, 10)), inside);
        }
        assertEquals(
                Cause.ADDRESS_REFUSED,
                failure(where(addresses("1.1.1.1", "127.0.0.1")), call(Reach.PUBLIC, address, 10)),
                "one of several is enough");
        assertEquals(
                Cause.ADDRESS_REFUSED,
                failure(where(addresses("10.0.0.1")), call(Reach.THIS_MACHINE_TOO, address, 10)),
                "this machine is not the network around it");
        assertEquals(List.of(), heard);
    }

    @Test
    void the_certificate_is_the_names_and_not_the_addresss(@TempDir Path folder) throws Exception {
        Path right = certificate(folder, NAME);
        Path wrong = certificate(folder, "andre.example");
        HttpClientOptions trusting = new HttpClientOptions()
                .setTrustOptions(new JksOptions().setPath(right.toString()).setPassword(new String(PASSWORD)));
        int port = serves(https(right));
        OutsideAnswer answer = where(trusting, addresses("127.0.0.1"))
                .send(call(Reach.THIS_MACHINE_TOO, "https://" + NAME + ":" + port + "/", 10));
        assertEquals(200, answer.status());
        assertEquals(List.of("127.0.0.1 " + NAME + ":" + port + " / hej"), heard);

        OutsideCall byAnotherName = call(Reach.THIS_MACHINE_TOO, "https://andre.example:" + port + "/", 10);
        assertEquals(Cause.NOT_TRUSTED, failure(where(trusting, addresses("127.0.0.1")), byAnotherName));
        int untrusted = serves(https(wrong));
        OutsideCall unknown = call(Reach.THIS_MACHINE_TOO, "https://andre.example:" + untrusted + "/", 10);
        assertEquals(Cause.NOT_TRUSTED, failure(where(trusting, addresses("127.0.0.1")), unknown));
        assertEquals(Cause.NOT_TRUSTED, failure(where(addresses("127.0.0.1")), unknown));
        assertEquals(1, heard.size());
    }

    @Test
    void no_redirect_is_followed_and_the_answer_says_when_to_come_back() throws Exception {
        String here = "http://localhost:" + serves("127.0.0.1", 0);
        OutsideHttp http = where(addresses("127.0.0.1"));
        assertEquals(
                302,
                http.send(call(Reach.THIS_MACHINE_TOO, here + "/elsewhere", 10)).status());
        OutsideAnswer busy = http.send(call(Reach.THIS_MACHINE_TOO, here + "/busy", OutsideCall.HEAD_ONLY));
        assertEquals(503, busy.status());
        assertEquals("120", busy.retryAfter().orElseThrow());
        assertEquals(2, heard.size());
    }

    @Test
    void no_more_is_read_than_there_is_room_for() throws Exception {
        String here = "http://localhost:" + serves("127.0.0.1", 0) + "/without-end";
        OutsideHttp http = where(addresses("127.0.0.1"));
        assertEquals(Cause.TOO_LONG, failure(http, call(Reach.THIS_MACHINE_TOO, here, 100_000)));
        assertEquals(
                200,
                http.send(call(Reach.THIS_MACHINE_TOO, here, OutsideCall.HEAD_ONLY))
                        .status());
    }

    @Test
    void who_does_not_answer_in_time_is_hung_up_on() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CountDownLatch hungUp = new CountDownLatch(1);
            Thread listener = new Thread(() -> {
                try (var taken = silent.accept()) {
                    taken.getInputStream().readAllBytes();
                    hungUp.countDown();
                } catch (IOException e) {
                    hungUp.countDown(); // as a reset
                }
            });
            listener.start();
            OutsideCall call = call(
                    Reach.THIS_MACHINE_TOO,
                    "http://localhost:" + silent.getLocalPort() + "/",
                    10,
                    Duration.ofSeconds(1));
            long begun = System.nanoTime();
            assertEquals(Cause.TIMED_OUT, failure(where(addresses("127.0.0.1")), call));
            assertTrue(System.nanoTime() - begun < Duration.ofSeconds(4).toNanos());
            assertTrue(hungUp.await(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void an_answer_that_is_no_http_is_none() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread listener = new Thread(() -> {
                try (var taken = rude.accept()) {
                    taken.getOutputStream().write("220 smtp.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // It hung up first.
                }
            });
            listener.start();
            OutsideCall call = call(Reach.THIS_MACHINE_TOO, "http://localhost:" + rude.getLocalPort() + "/", 10);
            assertEquals(Cause.BROKEN_OFF, failure(where(addresses("127.0.0.1")), call));
        }
    }

    @Test
    void where_nobody_takes_the_call_the_next_address_is_tried() throws Exception {
        int port = serves("127.0.0.1", 0);
        OutsideCall call = call(Reach.THIS_MACHINE_TOO, "http://localhost:" + port + "/", 10);
        assertEquals(200, where(addresses("127.0.0.3", "127.0.0.1")).send(call).status());
        lookedUp.clear();
        assertEquals(Cause.NOT_CONNECTED, failure(where(addresses("127.0.0.3")), call));
    }

    @Test
    void a_name_that_nobody_knows_is_said_to_be_that() {
        OutsideHttp http = new OutsideHttp(VERTX, new HttpClientOptions(), name -> {
            throw new java.net.UnknownHostException(name);
        });
        assertEquals(Cause.NAME_UNKNOWN, failure(http, call(Reach.PUBLIC, "https://" + NAME + "/", 10)));
    }

    private static HttpsServer https(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    /** A key and a certificate for the name, signed by itself, as the JDK's own tool makes them. */
    private static Path certificate(Path folder, String name) throws Exception {
        Path store = folder.resolve(name + ".jks");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "JKS",
                        "-storepass",
                        new String(PASSWORD),
                        "-keypass",
                        new String(PASSWORD),
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name)
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, made.waitFor(), said);
        assertTrue(Files.exists(store));
        return store;
    }
}
