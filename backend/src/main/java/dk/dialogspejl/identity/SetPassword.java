package dk.dialogspejl.identity;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A password to have from now on, with the one-time link that allows to choose it. */
@Schema(
        requiredProperties = {"link", "password"},
        example = "{\"link\": \"…\", \"password\": \"…\"}")
public record SetPassword(
        @Schema(description = "As it stands after the `#` in the mail") @NotNull @PlainText(max = 200, guarded = false)
        String link,

        @Schema(description = "At least 12 characters of any kind, and not a common or guessable one")
        @NotNull
        @PlainText(max = 200, guarded = false)
        String password,

        @Schema(description = "From the phone, or a recovery code; once `second-factor-needed` has asked for it")
        @PlainText(max = 40, guarded = false)
        String code) {

    /** None of them. */
    @Override
    public String toString() {
        return "SetPassword";
    }
}
