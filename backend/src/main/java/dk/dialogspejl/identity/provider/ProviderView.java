package dk.dialogspejl.identity.provider;

import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where to go to sign in, and what to ask for there. */
@Schema(
        requiredProperties = {"issuer", "name", "clientId", "authorizationEndpoint", "answersWithIssuer"},
        example = """
                {"issuer": "https://login.fjordby.example", "name": "Fjordby Kommune", "clientId": "dialogspejl",
                 "authorizationEndpoint": "https://login.fjordby.example/authorize", "answersWithIssuer": true}""")
public record ProviderView(
        String issuer,

        @Schema(description = "What people call it") String name,

        String clientId,
        URI authorizationEndpoint,

        @Schema(description = "Whether its answer must carry `iss` (RFC 9207)")
        boolean answersWithIssuer) {

    static ProviderView of(IdentityProvider provider, ProviderMetadata metadata) {
        return new ProviderView(
                provider.issuer(),
                provider.name(),
                provider.clientId(),
                metadata.authorizationEndpoint(),
                metadata.authorizationResponseIssParameterSupported());
    }
}
