package dk.dialogspejl.identity;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An access token as OAuth 2.0 answers it (RFC 6749, section 5.1). */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(
        requiredProperties = {"access_token", "token_type", "expires_in"},
        example = "{\"access_token\": \"eyJhbGciOiJFUzI1NiJ9…\", \"token_type\": \"Bearer\", \"expires_in\": 600}")
public record AccessToken(
        String accessToken,
        String tokenType,
        @Schema(description = "Seconds until it expires") long expiresIn,

        @Schema(description = "The scopes granted, with spaces between; for API clients")
        String scope) {}
