package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenTest extends ApiTest {

    @Inject
    SigningKeys keys;

    private Workplace work;

    /** The product's own token, but for what a test changes. */
    private String token(Consumer<JwtClaims> claims, String algorithm, Key key, Consumer<JsonWebSignature> header)
            throws JoseException {
        work = work == null ? given.aWorkplace() : work;
        JwtClaims claim = new JwtClaims();
        claim.setIssuer(AccessTokens.ISSUER);
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

    @Test
    void an_expired_token_is_not_believed() throws JoseException {
        me(token(
                        claims -> claims.setExpirationTime(
                                NumericDate.fromSeconds(NumericDate.now().getValue() - 10)),
                        "ES256",
                        keys.privateKey(),
                        jws -> {}))
                .statusCode(401);
        me(token(claims -> claims.unsetClaim("exp"), "ES256", keys.privateKey(), jws -> {}))
                .statusCode(401);
    }

    @Test
    void a_token_from_another_issuer_or_for_another_audience_is_not_believed() throws JoseException {
        me(token(claims -> claims.setIssuer("https://elsewhere"), "ES256", keys.privateKey(), jws -> {}))
                .statusCode(401);
        me(token(claims -> claims.unsetClaim("iss"), "ES256", keys.privateKey(), jws -> {}))
                .statusCode(401);
        me(token(claims -> claims.setAudience("another"), "ES256", keys.privateKey(), jws -> {}))
                .statusCode(401);
        me(token(claims -> claims.unsetClaim("aud"), "ES256", keys.privateKey(), jws -> {}))
                .statusCode(401);
    }

    @Test
    void a_token_that_is_unsigned_or_signed_with_a_foreign_or_the_public_key_is_not_believed() throws JoseException {
        me(token(claims -> {}, "none", null, jws -> {})).statusCode(401);
        me(token(
                        claims -> {},
                        "ES256",
                        EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey(),
                        jws -> {}))
                .statusCode(401);
        byte[] publicKey = keys.all().get(0).getPublicKey().getEncoded();
        me(token(claims -> {}, "HS256", new HmacKey(publicKey), jws -> {})).statusCode(401);
    }

    @Test
    void a_token_of_another_type_is_not_believed() throws JoseException {
        me(token(claims -> {}, "ES256", keys.privateKey(), jws -> jws.setHeader("typ", "JWT")))
                .statusCode(401);
        me("").statusCode(401);
        me("a.b.c").statusCode(401);
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
