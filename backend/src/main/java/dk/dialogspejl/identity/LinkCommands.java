package dk.dialogspejl.identity;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What comes in about one-time links. */
final class LinkCommands {

    private LinkCommands() {}

    /** An address whose owner has forgotten the password. */
    @Schema(requiredProperties = "email", example = "{\"email\": \"anna@fjordby.example\"}")
    public record ForgotPassword(
            @NotBlank @Email @PlainText(max = 254, guarded = false)
            String email) {}

    /** A link, as it stands after the {@code #} in the mail. */
    @Schema(requiredProperties = "link", example = "{\"link\": \"…\"}")
    public record ReadLink(
            @NotNull @PlainText(max = 200, guarded = false) String link) {

        /** Never the link. */
        @Override
        public String toString() {
            return "ReadLink";
        }
    }
}
