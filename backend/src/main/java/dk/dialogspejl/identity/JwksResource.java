package dk.dialogspejl.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "session")
public class JwksResource {

    @Inject
    SigningKeys keys;

    @GET
    @Operation(operationId = "getKeys", summary = "The public keys that access tokens are signed with (RFC 7517)")
    public Jwks read() {
        return new Jwks(keys.all().stream().map(Jwk::of).toList());
    }

    /** A key set. */
    @Schema(
            requiredProperties = "keys",
            example =
                    "{\"keys\": [{\"kty\": \"EC\", \"crv\": \"P-256\", \"kid\": \"6c0f…\", \"use\": \"sig\", \"alg\": \"ES256\", \"x\": \"f83O…\", \"y\": \"x_FE…\"}]}")
    public record Jwks(List<Jwk> keys) {}

    /** A public elliptic curve key. */
    @Schema(requiredProperties = {"kty", "crv", "kid", "use", "alg", "x", "y"})
    public record Jwk(String kty, String crv, String kid, String use, String alg, String x, String y) {

        static Jwk of(EllipticCurveJsonWebKey key) {
            var fields = key.toParams(OutputControlLevel.PUBLIC_ONLY);
            return new Jwk(
                    key.getKeyType(),
                    key.getCurveName(),
                    key.getKeyId(),
                    key.getUse(),
                    key.getAlgorithm(),
                    (String) fields.get("x"),
                    (String) fields.get("y"));
        }
    }
}
