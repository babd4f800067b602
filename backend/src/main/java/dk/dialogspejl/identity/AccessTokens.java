package dk.dialogspejl.identity;

import dk.dialogspejl.platform.database.CurrentOrganisation;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes access tokens: signed claims about who is asking, good for a few minutes (RFC 9068). What the bearer may do is
 * not among them; see {@link Rights}.
 */
@ApplicationScoped
public class AccessTokens {

    static final String AUDIENCE = "dialogspejl-api";
    static final Duration LIFE = Duration.ofMinutes(10);

    // Claims of our own are strings: others are written to when they are read, and what a token says is shared by
    // requests.

    /** The claim that names a person's session; an API client has none. */
    static final String SESSION = "sid";

    /** The claim that names the secret an API client got the token for. */
    static final String SECRET = "secret_id";

    /** The scopes of an API client's token, with spaces between (RFC 9068). */
    static final String SCOPE = "scope";

    @Inject
    Issuer issuer;

    @Inject
    SigningKeys keys;

    @Inject
    Clock clock;

    AccessToken forSession(Session session) {
        return sign(
                Jwt.claims().claim(SESSION, session.id().toString()),
                session.person().id(),
                session.person().organisationId(),
                null);
    }

    /**
     * Scopes take the place of roles, so that a client can never reach what is for people.
     *
     * @param secretId the secret it is given for, which it does not outlive
     */
    public AccessToken forClient(UUID organisationId, UUID clientId, UUID secretId, Set<String> scopes) {
        String scope = scopes.stream().sorted().collect(Collectors.joining(" "));
        return sign(
                Jwt.claims()
                        .claim("client_id", clientId.toString())
                        .claim(SECRET, secretId.toString())
                        .claim(SCOPE, scope),
                clientId,
                organisationId,
                scope);
    }

    private AccessToken sign(JwtClaimsBuilder claims, UUID subject, UUID organisationId, String scope) {
        Instant now = clock.instant();
        String token = claims.issuer(issuer.address())
                .audience(AUDIENCE)
                .subject(subject.toString())
                .claim(CurrentOrganisation.CLAIM, organisationId.toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .claim("jti", UUID.randomUUID().toString())
                .jws()
                .keyId(keys.keyId())
                .algorithm(SignatureAlgorithm.ES256)
                .header("typ", "at+jwt")
                .sign(keys.privateKey());
        return new AccessToken(token, "Bearer", LIFE.toSeconds(), scope);
    }
}
