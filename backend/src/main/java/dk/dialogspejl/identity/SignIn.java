package dk.dialogspejl.identity;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person signs in with, in one step or two. */
@Schema(
        requiredProperties = {"email", "password"},
        example = "{\"email\": \"anna@fjordby.example\", \"password\": \"…\"}")
public record SignIn(
        @NotBlank @Email @PlainText(max = 254, guarded = false)
        String email,

        @NotNull @PlainText(min = 1, max = 200, guarded = false)
        String password,

        @Schema(description = "From the phone, or a recovery code; once `second-factor-needed` has asked for it")
        @PlainText(max = 40, guarded = false)
        String code) {

    /** Neither password nor code. */
    @Override
    public String toString() {
        return "SignIn";
    }
}
