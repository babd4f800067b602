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
import java.util.UUID;

/**
 * Makes access tokens: signed claims about who is asking, good for a few minutes (RFC 9068). What the bearer may do is
 * not among them; see {@link Rights}.
 */
@ApplicationScoped
class AccessTokens {

    static final String ISSUER = "https://dialogspejl";
    static final String AUDIENCE = "dialogspejl-api";
    static final Duration LIFE = Duration.ofMinutes(10);

    /** The claim that names a person's session; an API client has none. */
    static final String SESSION = "sid";

    @Inject
    SigningKeys keys;

    @Inject
    Clock clock;

    AccessToken forSession(Session session) {
        return sign(
                Jwt.claims().claim(SESSION, session.id().toString()),
                session.person().id(),
                session.person().organisationId());
    }

    /** Scopes take the place of roles, so that a client can never reach what is for people. */
    AccessToken forClient(ApiClient client) {
        return sign(
                Jwt.claims()
                        .claim("client_id", client.id().toString())
                        .claim("scope", String.join(" ", client.scopes())),
                client.id(),
                client.organisationId());
    }

    private AccessToken sign(JwtClaimsBuilder claims, UUID subject, UUID organisationId) {
        Instant now = clock.instant();
        String token = claims.issuer(ISSUER)
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
        return new AccessToken(token, "Bearer", LIFE.toSeconds());
    }
}
