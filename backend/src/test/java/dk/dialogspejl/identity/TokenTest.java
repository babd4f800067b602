package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class TokenTest extends ApiTest {

    @Inject
    Issuer issuer;

    @Inject
    SigningKeys keys;

    private Workplace work;

    /** The product's own token, but for what a test changes. */
    private String token(Consumer<JwtClaims> claims, String algorithm, Key key, Consumer<JsonWebSignature> header)
            throws JoseException {
        work = work == null ? given.aWorkplace() : work;
        JwtClaims claim = new JwtClaims();
        claim.setIssuer(issuer.address());
        claim.setAudience(AccessTokens.AUDIENCE);
        claim.setSubject(work.anna().id().toString());
        claim.setClaim("org", work.organisation().toString());
        claim.setClaim("sid", session(work.anna().token()));
        claim.setIssuedAtToNow();
        claim.setExpirationTimeMinutesInTheFuture(5);
        claim.setGeneratedJwtId();
        claims.accept(claim);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claim.toJson());
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setKey(key);
        jws.setKeyIdHeaderValue(keys.keyId());
        jws.setHeader("typ", "at+jwt");
        header.accept(jws);
        return jws.getCompactSerialization();
    }

    /** The session that a token of the product's was given for. */
    private static String session(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JsonPath.from(new String(claims, StandardCharsets.UTF_8)).getString("sid");
    }

    private ValidatableResponse me(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then();
    }

    @Test
    void a_token_like_the_products_own_is_believed() throws JoseException {
        me(token(claims -> {}, "ES256", keys.privateKey(), jws -> {})).statusCode(200);
    }

    /** A forged or misused token. */
    private interface Attack {
        String token() throws Exception;
    }

    /** The product's own token with other claims. */
    private Attack claiming(Consumer<JwtClaims> claims) {
        return () -> token(claims, "ES256", keys.privateKey(), jws -> {});
    }

    /** Signed with a key of the attacker's, which the header offers. */
    private Attack offering(String header, Function<EllipticCurveJsonWebKey, Object> key) {
        return () -> {
            EllipticCurveJsonWebKey theirs = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            return token(claims -> {}, "ES256", theirs.getPrivateKey(), jws -> {
                jws.getHeaders().setObjectHeaderValue(header, key.apply(theirs));
            });
        };
    }

    private Attack named(String keyId) {
        return () -> token(
                claims -> {},
                "ES256",
                EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey(),
                jws -> jws.setKeyIdHeaderValue(keyId));
    }

    private Attack typed(String type) {
        return () -> token(claims -> {}, "ES256", keys.privateKey(), jws -> jws.setHeader("typ", type));
    }

    private Attack secret(Function<PublicKey, byte[]> secret) {
        return () -> token(
                claims -> {},
                "HS256",
                new HmacKey(secret.apply(keys.all().get(0).getPublicKey())),
                jws -> {});
    }

    private String own() throws JoseException {
        return token(claims -> {}, "ES256", keys.privateKey(), jws -> {});
    }

    /** The payload as written here, signed by the product's own key: only a parser's kindness could misread it. */
    private Attack written(UnaryOperator<String> payload) {
        return () -> {
            String honest = new String(Base64.getUrlDecoder().decode(own().split("\\.")[1]), StandardCharsets.UTF_8);
            JsonWebSignature jws = new JsonWebSignature();
            jws.setPayload(payload.apply(honest));
            jws.setAlgorithmHeaderValue("ES256");
            jws.setKey(keys.privateKey());
            jws.setKeyIdHeaderValue(keys.keyId());
            jws.setHeader("typ", "at+jwt");
            return jws.getCompactSerialization();
        };
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Issued ten minutes ago, so that nothing but its end is wrong with it. */
    private static Consumer<JwtClaims> ending(NumericDate end) {
        return claims -> {
            claims.setIssuedAt(inSeconds(-600));
            claims.setExpirationTime(end);
        };
    }

    private static NumericDate inSeconds(long seconds) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
    }

    /** RFC 8725, sections 3.1 to 3.12; ASVS 9.1 and 9.2. */
    private Map<String, Attack> attacks() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("no signature, alg none", () -> token(claims -> {}, "none", null, jws -> {}));
        for (String none : List.of("None", "NONE", "nOnE")) {
            all.put(
                    "no signature, alg " + none,
                    () -> base64("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\",\"kid\":\"" + keys.keyId() + "\"}") + "."
                            + own().split("\\.")[1] + ".");
        }
        all.put("the signature left out", () -> own().replaceAll("[^.]+$", ""));
        all.put("a signature of zeros (CVE-2022-21449)", () -> own().replaceAll("[^.]+$", "") + "A".repeat(86));
        all.put("HS256 with the public key", secret(Key::getEncoded));
        all.put(
                "HS256 with the public key in PEM",
                secret(key -> ("-----BEGIN PUBLIC KEY-----\n"
                                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.UTF_8)));
        all.put(
                "HS256 with the published key set's own text",
                secret(key -> RestAssured.given().get("/.well-known/jwks.json").asByteArray()));
        all.put("a foreign key under our key's name", named(keys.keyId()));
        all.put(
                "a foreign key without a name",
                () -> token(
                        claims -> {},
                        "ES256",
                        EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey(),
                        jws -> jws.getHeaders().setStringHeaderValue("kid", null)));
        all.put(
                "another curve",
                () -> token(
                        claims -> {},
                        "ES384",
                        EcJwkGenerator.generateJwk(EllipticCurves.P384).getPrivateKey(),
                        jws -> {}));
        all.put("kid of a file", named("../../../../dev/null"));
        all.put("kid with SQL", named("' union select private_jwk from signing_key --"));
        all.put("kid with a command", named("|sleep 5"));
        all.put("jwk in the header", offering("jwk", key -> key.toParams(OutputControlLevel.PUBLIC_ONLY)));
        all.put("jku in the header", offering("jku", key -> "http://127.0.0.1:9/jwks.json"));
        all.put("x5u in the header", offering("x5u", key -> "http://127.0.0.1:9/cert.pem"));
        all.put("x5c in the header", offering("x5c", key -> List.of("MIIB")));
        all.put(
                "an unknown critical header",
                () -> token(claims -> {}, "ES256", keys.privateKey(), jws -> {
                    jws.getHeaders().setObjectHeaderValue("crit", List.of("b64x"));
                    jws.setHeader("b64x", "false");
                }));
        all.put("another issuer", claiming(claims -> claims.setIssuer("https://elsewhere")));
        all.put("an issuer that begins as ours", claiming(claims -> claims.setIssuer(issuer.address() + ".evil")));
        all.put("the product at another address", claiming(claims -> claims.setIssuer("http://localhost:8080")));
        all.put("no issuer", claiming(claims -> claims.unsetClaim("iss")));
        all.put("another audience", claiming(claims -> claims.setAudience("another")));
        all.put("no audience", claiming(claims -> claims.unsetClaim("aud")));
        all.put("no subject", claiming(claims -> claims.unsetClaim("sub")));
        all.put("no id", claiming(claims -> claims.unsetClaim("jti")));
        all.put("no time of issue", claiming(claims -> claims.unsetClaim("iat")));
        all.put("no end", claiming(claims -> claims.unsetClaim("exp")));
        all.put("an end in words", claiming(claims -> claims.setClaim("exp", "never")));
        all.put("ended a minute ago", claiming(ending(inSeconds(-60))));
        all.put("ended just beyond the skew", claiming(ending(inSeconds(-6))));
        all.put("begins beyond the skew", claiming(claims -> claims.setNotBefore(inSeconds(10))));
        all.put("typ JWT", typed("JWT"));
        all.put("typ of a refresh token", typed("rt+jwt"));
        all.put(
                "no typ",
                () -> token(
                        claims -> {},
                        "ES256",
                        keys.privateKey(),
                        jws -> jws.getHeaders().setStringHeaderValue("typ", null)));
        all.put("a role added to the payload", () -> {
            String[] parts = own().split("\\.");
            return parts[0] + "."
                    + base64(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                            .replaceFirst("\\{", "{\"groups\":[\"administrator\"],"))
                    + "." + parts[2];
        });
        all.put(
                "the subject twice",
                written(payload -> payload.replaceFirst("\\{", "{\"sub\":\"" + UUID.randomUUID() + "\",")));
        all.put(
                "the organisation twice",
                written(payload -> payload.replaceFirst("\\{", "{\"org\":\"" + UUID.randomUUID() + "\",")));
        all.put("no JSON in it", written(payload -> "hello"));
        all.put("a list for a payload", written(payload -> "[" + payload + "]"));
        all.put("encrypted for nobody (JWE)", () -> base64("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..a.b.c");
        all.put("half a token", () -> own().substring(0, 60));
        all.put("three letters", () -> "a.b.c");
        all.put("nothing", () -> "");
        all.put("two tokens", () -> own() + " " + own());
        all.put(
                "a refresh token",
                () -> RestAssured.given()
                        .contentType("application/json")
                        .body(Map.of("email", work.anna().email(), "password", Given.PASSWORD))
                        .post("/api/v1/session")
                        .cookie("refresh"));
        all.put("six thousand characters that nobody signed", () -> own() + "A".repeat(6000));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> a_forged_or_misused_token_is_not_believed() {
        work = given.aWorkplace();
        Map<String, Attack> attacks = attacks();
        System.out.printf("Token attacks: %d%n", attacks.size());
        return attacks.entrySet().stream()
                .map(attack -> dynamicTest(
                        attack.getKey(), () -> me(attack.getValue().token()).statusCode(401)));
    }

    @Test
    void clocks_may_differ_by_five_seconds() throws JoseException {
        me(token(ending(inSeconds(-3)), "ES256", keys.privateKey(), jws -> {})).statusCode(200);
        me(token(claims -> claims.setNotBefore(inSeconds(3)), "ES256", keys.privateKey(), jws -> {}))
                .statusCode(200);
    }

    @Test
    void a_token_that_was_believed_is_not_once_it_has_run_out() throws JoseException, InterruptedException {
        String token = token(ending(inSeconds(0)), "ES256", keys.privateKey(), jws -> {});
        me(token).statusCode(200);
        Thread.sleep(6_000);
        me(token).statusCode(401);
    }

    @Test
    void a_token_is_believed_in_its_header_only() throws JoseException {
        String token = own();
        RestAssured.given()
                .queryParam("access_token", token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        RestAssured.given().cookie("Bearer", token).get("/api/v1/me").then().statusCode(401);
        RestAssured.given()
                .header("Authorization", token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("Authorization", "Basic " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void the_public_keys_are_published_without_the_private_part() {
        RestAssured.given()
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kid", equalTo(keys.keyId()))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0]", not(hasKey("d")));
    }
}
