package dk.dialogspejl.identity.provider;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;

/** Of what a provider publishes about itself (OpenID Connect Discovery 1.0, section 3), the part that we use. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ProviderMetadata(
        String issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI jwksUri,
        boolean authorizationResponseIssParameterSupported) {}
