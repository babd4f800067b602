package dk.dialogspejl.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/** Believes an access token only if one of our keys signed it with ES256, for us, from us, and not too long ago. */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenVerifier extends JWTCallerPrincipalFactory {

    private static final int CLOCK_SKEW_SECONDS = 5;

    /** Beyond this many, those not seen for longest are looked at as if they were new. */
    private static final int REMEMBERED = 5_000;

    @Inject
    Issuer issuer;

    @Inject
    SigningKeys keys;

    @Inject
    java.time.Clock clock;

    /**
     * Tokens whose signature was found right, with what they say. Finding that out costs more than all else about a token, and
     * it stays so: the keys are those that were there at the start. Nothing else is remembered, least of all that a token
     * was still good.
     */
    private final Cache<String, JwtContext> signed = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(AccessTokens.LIFE)
            .build();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        try {
            return new DefaultJWTCallerPrincipal(believed(signed(token)));
        } catch (InvalidJwtException e) {
            throw new ParseException("The access token is not valid");
        }
    }

    /** Two that come at once with the same new token may both look. */
    private JwtContext signed(String token) throws InvalidJwtException {
        JwtContext known = signed.getIfPresent(token);
        if (known != null) {
            return known;
        }
        JwtContext found = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(List.copyOf(keys.all())))
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setSkipAllValidators()
                .build()
                .process(token);
        signed.put(token, found);
        return found;
    }

    private JwtClaims believed(JwtContext context) throws InvalidJwtException {
        new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setExpectedType(true, "at+jwt")
                .setExpectedIssuer(issuer.address())
                .setExpectedAudience(AccessTokens.AUDIENCE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setRequireJwtId()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build()
                .processContext(context);
        return context.getJwtClaims();
    }
}
