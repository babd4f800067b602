package dk.dialogspejl.identity.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider on loopback: real keys, real HTTP. It says of anybody what a test has it say. */
class TestProvider implements AutoCloseable {

    static final String CLIENT = "dialogspejl";
    static final String NONCE = "nonce-nonce-nonce-nonce";
    static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier";

    private static final List<PublicJsonWebKey> RSA_KEYS =
            Stream.generate(TestProvider::newRsa).limit(2).toList();
    private static final AtomicInteger nextKey = new AtomicInteger();

    private final HttpServer server;
    private final List<PublicJsonWebKey> published = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    final PublicJsonWebKey rsa = rsa();
    final PublicJsonWebKey ec = ec();

    /** What the token endpoint answers next. */
    String answer = "{}";

    int status = 200;

    /** What its metadata calls it. */
    String issuer;

    TestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = address();
        published.addAll(List.of(rsa, ec));
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> reply(exchange, 200, """
                {"issuer": "%s", "authorization_endpoint": "%2$s/authorize", "token_endpoint": "%2$s/token",
                 "jwks_uri": "%2$s/keys", "claims_supported": ["sub"]}""".formatted(issuer, address())));
        server.createContext("/keys", exchange -> reply(exchange, 200, new JsonWebKeySet(published).toJson()));
        server.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            reply(exchange, status, answer);
        });
        server.start();
    }

    /** Another than the one before. Making one takes a second of a slow machine, so they are used again. */
    static PublicJsonWebKey rsa() {
        return RSA_KEYS.get(nextKey.getAndIncrement() % RSA_KEYS.size());
    }

    private static PublicJsonWebKey newRsa() {
        try {
            return named(RsaJwkGenerator.generateJwk(2048));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey ec() {
        try {
            return named(EcJwkGenerator.generateJwk(EllipticCurves.P256));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key) {
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        return key;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void publish(Collection<PublicJsonWebKey> keys) {
        published.clear();
        published.addAll(keys);
    }

    /** The forms that the token endpoint has been sent. */
    List<String> asked() {
        return asked;
    }

    JwtClaims claims(String subject, String email) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(CLIENT);
        claims.setSubject(subject);
        claims.setClaim("nonce", NONCE);
        claims.setClaim("name", "Mette Dahl");
        claims.setClaim("email", email);
        claims.setClaim("email_verified", true);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    void answers(JwtClaims claims) {
        answers(sign(claims, "RS256", rsa, header -> {}));
    }

    void answers(String idToken) {
        answer = "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \"" + idToken + "\"}";
    }

    static String sign(JwtClaims claims, String algorithm, PublicJsonWebKey key, Consumer<JsonWebSignature> header) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(key.getPrivateKey());
        header.accept(jws);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "max-age=86400");
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
