package dk.dialogspejl.identity.provider;

import dk.dialogspejl.identity.LoginDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.Validator;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * Believes an ID token only if a key that the provider publishes signed it, for us alone, in answer to this very question
 * and not too long ago (OpenID Connect Core 1.0, section 3.1.3.7). Keys that a token brings with it or points at are not
 * looked at.
 */
@ApplicationScoped
class IdTokens {

    private static final int CLOCK_SKEW_SECONDS = 30;

    /** A token comes straight from the provider, made for the code that has just been redeemed. */
    private static final int OLDEST_SECONDS = 300;

    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 120;

    /** Signatures by a key pair: nobody can make one with what the provider publishes. */
    private static final AlgorithmConstraints BY_KEY_PAIR = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);

    @Inject
    KnownProviders known;

    @Inject
    Clock clock;

    /**
     * @throws InvalidJwtException where the token is not to be believed
     * @throws IOException where the provider's keys cannot be had
     */
    ProvenIdentity believe(String token, IdentityProvider provider, ProviderMetadata metadata, String nonce)
            throws InvalidJwtException, IOException {
        JwtClaims claims = consumer(provider, keys(metadata), nonce).processToClaims(token);
        return new ProvenIdentity(subject(claims), email(claims), name(claims));
    }

    private HttpsJwks keys(ProviderMetadata metadata) throws IOException {
        HttpsJwks keys = known.keys(metadata);
        try {
            keys.getJsonWebKeys(); // so that no keys to be had is told from a key that is not there
        } catch (JoseException e) {
            throw new IOException(e);
        }
        return keys;
    }

    private JwtConsumer consumer(IdentityProvider provider, HttpsJwks keys, String nonce) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(BY_KEY_PAIR)
                .setExpectedIssuer(true, provider.issuer())
                .setExpectedAudience(true, provider.clientId())
                .registerValidator((Validator) context -> fault(context.getJwtClaims(), provider.clientId(), nonce))
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, OLDEST_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build();
    }

    /** Null where there is none. */
    private static String fault(JwtClaims claims, String clientId, String nonce) throws MalformedClaimException {
        if (!isForUsAlone(claims, clientId)) {
            return "It is for others too";
        }
        if (!nonce.equals(claims.getClaimValue("nonce"))) {
            return "It answers another question";
        }
        return isKeepable(claims.getSubject()) ? null : "Its subject cannot be kept";
    }

    private static boolean isForUsAlone(JwtClaims claims, String clientId) throws MalformedClaimException {
        return List.of(clientId).equals(claims.getAudience())
                && (!claims.hasClaim("azp") || clientId.equals(claims.getClaimValue("azp")));
    }

    /** At most 255 ASCII characters (OpenID Connect Core 1.0, section 2). */
    private static boolean isKeepable(String subject) {
        return subject != null
                && !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT
                && subject.chars().allMatch(character -> character >= 0x20 && character < 0x7f);
    }

    private static String subject(JwtClaims claims) {
        return (String) claims.getClaimValue("sub");
    }

    private static Optional<String> email(JwtClaims claims) {
        return Boolean.TRUE.equals(claims.getClaimValue("email_verified"))
                        && claims.getClaimValue("email") instanceof String email
                        && email.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+")
                ? Optional.of(LoginDirectory.normalised(email))
                : Optional.empty();
    }

    private static Optional<String> name(JwtClaims claims) {
        return claims.getClaimValue("name") instanceof String name
                        && !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && name.chars()
                                .noneMatch(character ->
                                        Character.isISOControl(character) || Character.isSurrogate((char) character))
                ? Optional.of(name.strip())
                : Optional.empty();
    }
}
