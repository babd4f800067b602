package dk.dialogspejl.identity.provider;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a browser comes back from a provider with, and the secrets of the trip, which only it has had. */
@Schema(
        requiredProperties = {"issuer", "code", "codeVerifier", "nonce", "redirectUri"},
        example = """
                {"issuer": "https://login.fjordby.example", "code": "SplxlOBeZQQYbYS6WxSbIA",
                 "codeVerifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "nonce": "n-0S6_WzA2MjZXhhbXBsZQ",
                 "redirectUri": "https://dialogspejl.example/signed-in"}""")
public record ProviderCode(
        @NotBlank @PlainText(max = 500, guarded = false) String issuer,
        @NotBlank @PlainText(max = 4000, guarded = false) String code,

        @Schema(description = "Of PKCE (RFC 7636)") @NotNull @Pattern(regexp = "[A-Za-z0-9._~-]{43,128}")
        String codeVerifier,

        @Schema(description = "As it was sent to the provider; the token must repeat it")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9._~-]{22,128}")
        String nonce,

        @Schema(description = "Where the provider sent the browser back to")
        @NotBlank
        @PlainText(max = 500, guarded = false)
        String redirectUri) {

    /** Never the secrets. */
    @Override
    public String toString() {
        return "ProviderCode";
    }
}
