package dk.dialogspejl.identity.clients;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dk.dialogspejl.identity.Issuer;
import dk.dialogspejl.platform.http.Scope;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/.well-known/oauth-authorization-server")
@PermitAll
@Tag(name = "session")
public class MetadataResource {

    @Inject
    Issuer issuer;

    @GET
    @Operation(
            operationId = "getMetadata",
            summary = "Where and how an API client gets its access tokens (RFC 8414)",
            description =
                    "The issuer is the address of the product as it is set up, whatever address this was asked at.")
    public Metadata read() {
        String address = issuer.address();
        return new Metadata(
                address,
                address + TokenResource.PATH,
                address + "/.well-known/jwks.json",
                Scope.ALL.stream().sorted().toList(),
                List.of(),
                List.of(TokenResource.GRANT_TYPE),
                List.of("client_secret_basic"),
                address + "/api/docs");
    }

    /** What RFC 8414, section 2, names, as far as there is such a thing here. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(
            requiredProperties = {
                "issuer",
                "token_endpoint",
                "jwks_uri",
                "scopes_supported",
                "response_types_supported",
                "grant_types_supported",
                "token_endpoint_auth_methods_supported",
                "service_documentation"
            },
            example = """
                    {"issuer": "https://dialogspejl.example",
                     "token_endpoint": "https://dialogspejl.example/oauth2/token",
                     "jwks_uri": "https://dialogspejl.example/.well-known/jwks.json",
                     "scopes_supported": ["summaries:read"],
                     "response_types_supported": [],
                     "grant_types_supported": ["client_credentials"],
                     "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                     "service_documentation": "https://dialogspejl.example/api/docs"}""")
    public record Metadata(
            String issuer,
            String tokenEndpoint,
            String jwksUri,
            List<String> scopesSupported,

            @Schema(description = "None: there is no authorization endpoint")
            List<String> responseTypesSupported,

            List<String> grantTypesSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            String serviceDocumentation) {}
}
