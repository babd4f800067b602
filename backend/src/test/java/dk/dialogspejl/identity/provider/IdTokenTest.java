package dk.dialogspejl.identity.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

/** Which of a provider's tokens are believed. Each is its own good one but for what the test changes. */
@QuarkusTest
class IdTokenTest extends ProviderTest {

    private String token(
            Consumer<JwtClaims> change, String algorithm, PublicJsonWebKey key, Consumer<JsonWebSignature> header) {
        JwtClaims claims = provider.claims("anna-1", work.anna().email());
        change.accept(claims);
        return TestProvider.sign(claims, algorithm, key, header);
    }

    private void accepts(String token) {
        provider.answers(token);
        assertEquals(work.anna().id(), personIn(signIn(provider.issuer)));
    }

    private void refuses(String token) {
        provider.answers(token);
        assertEquals("provider-refused", refusal(signIn(provider.issuer)));
    }

    private void refuses(Consumer<JwtClaims> change) {
        refuses(token(change, "RS256", provider.rsa, header -> {}));
    }

    @Test
    void a_good_token_is_believed_by_rsa_and_by_elliptic_curve() {
        accepts(token(claims -> {}, "RS256", provider.rsa, header -> {}));
        accepts(token(claims -> {}, "PS256", provider.rsa, header -> {}));
        accepts(token(claims -> {}, "ES256", provider.ec, header -> {}));
        accepts(token(claims -> claims.setClaim("azp", TestProvider.CLIENT), "RS256", provider.rsa, header -> {}));
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        refuses(token(claims -> {}, "none", provider.rsa, header -> header.setKey(null)));
        String good = token(claims -> {}, "RS256", provider.rsa, header -> {});
        refuses(good.substring(0, good.lastIndexOf('.') + 1));
        refuses("no.token");
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() {
        byte[] published = provider.rsa.getPublicKey().getEncoded();
        refuses(token(claims -> {}, "HS256", provider.rsa, header -> header.setKey(new HmacKey(published))));
        byte[] client = TestProvider.CLIENT.repeat(4).getBytes();
        refuses(token(claims -> {}, "HS256", provider.rsa, header -> header.setKey(new HmacKey(client))));
    }

    @Test
    void a_token_that_was_changed_after_signing_is_refused() {
        String one = token(claims -> {}, "RS256", provider.rsa, header -> {});
        String other = token(claims -> claims.setSubject("bo-1"), "RS256", provider.rsa, header -> {});
        refuses(one.split("\\.")[0] + "." + other.split("\\.")[1] + "." + one.split("\\.")[2]);
    }

    @Test
    void a_key_that_the_provider_does_not_publish_is_refused() {
        PublicJsonWebKey foreign = TestProvider.rsa();
        refuses(token(claims -> {}, "RS256", foreign, header -> {}));
        refuses(token(claims -> {}, "RS256", foreign, header -> header.setKeyIdHeaderValue(provider.rsa.getKeyId())));
    }

    @Test
    void a_key_that_the_token_brings_or_points_at_is_not_looked_at() {
        try (TestProvider attacker = new TestProvider()) {
            for (String pointer : List.of("jku", "x5u")) {
                refuses(token(
                        claims -> {},
                        "RS256",
                        attacker.rsa,
                        header -> header.setHeader(pointer, attacker.address() + "/keys")));
            }
            refuses(token(claims -> {}, "RS256", attacker.rsa, header -> header.setJwkHeader(attacker.rsa)));
            refuses(token(claims -> {}, "RS256", attacker.rsa, header -> header.setKeyIdHeaderValue("../../keys")));
        }
    }

    @Test
    void another_issuer_or_none_is_refused() {
        refuses(claims -> claims.setIssuer("https://andre.example"));
        refuses(claims -> claims.setIssuer(provider.issuer + "/"));
        refuses(claims -> claims.unsetClaim("iss"));
    }

    @Test
    void a_token_for_another_than_us_or_for_others_too_is_refused() {
        refuses(claims -> claims.setAudience("another"));
        refuses(claims -> claims.setAudience(TestProvider.CLIENT, "another"));
        refuses(claims -> claims.unsetClaim("aud"));
        refuses(claims -> claims.setClaim("azp", "another"));
    }

    @Test
    void a_token_that_answers_another_question_is_refused() {
        refuses(claims -> claims.setClaim("nonce", "another-nonce-another-nonce"));
        refuses(claims -> claims.unsetClaim("nonce"));
        provider.answers(provider.claims("anna-1", work.anna().email()));
        assertEquals(
                "provider-refused", refusal(signIn(provider.issuer, Map.of("nonce", "another-nonce-another-nonce"))));
    }

    @Test
    void a_token_too_old_or_not_yet_good_is_refused() {
        refuses(claims -> lasting(claims, -60, -31));
        refuses(claims -> claims.unsetClaim("exp"));
        refuses(claims -> claims.setNotBefore(inSeconds(60)));
        refuses(claims -> claims.setIssuedAt(inSeconds(60)));
        refuses(claims -> claims.setIssuedAt(inSeconds(-600)));
        refuses(claims -> claims.unsetClaim("iat"));
    }

    @Test
    void clocks_may_differ_by_half_a_minute() {
        accepts(token(claims -> claims.setIssuedAt(inSeconds(20)), "RS256", provider.rsa, header -> {}));
        accepts(token(claims -> lasting(claims, -60, -20), "RS256", provider.rsa, header -> {}));
    }

    @Test
    void a_token_about_nobody_or_somebody_unspeakable_is_refused() {
        refuses(claims -> claims.unsetClaim("sub"));
        refuses(claims -> claims.setSubject(" "));
        refuses(claims -> claims.setSubject("a\u0000b"));
        refuses(claims -> claims.setSubject("x".repeat(256)));
        refuses(claims -> claims.setClaim("sub", 1));
    }

    @Test
    void a_new_key_is_believed_at_once_and_one_withdrawn_no_more() throws InterruptedException {
        accepts(token(claims -> {}, "RS256", provider.rsa, header -> {}));
        PublicJsonWebKey next = TestProvider.rsa();
        provider.publish(List.of(next));
        Thread.sleep(400); // keys that came just now are not asked for again
        accepts(token(claims -> {}, "RS256", next, header -> {}));
        refuses(token(claims -> {}, "RS256", provider.rsa, header -> {}));
    }

    private static void lasting(JwtClaims claims, int from, int until) {
        claims.setIssuedAt(inSeconds(from));
        claims.setExpirationTime(inSeconds(until));
    }

    private static NumericDate inSeconds(int seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}
