package dk.dialogspejl.identity;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password one has, and the one to have instead. */
@Schema(
        requiredProperties = {"currentPassword", "newPassword"},
        example = "{\"currentPassword\": \"…\", \"newPassword\": \"…\"}")
public record ChangePassword(
        @NotNull @PlainText(min = 1, max = 200, guarded = false)
        String currentPassword,

        @Schema(description = "At least 12 characters of any kind, and not a common or guessable one")
        @NotNull
        @PlainText(max = 200, guarded = false)
        String newPassword) {

    /** Never a password. */
    @Override
    public String toString() {
        return "ChangePassword";
    }
}
