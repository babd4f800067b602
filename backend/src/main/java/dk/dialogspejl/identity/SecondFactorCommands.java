package dk.dialogspejl.identity;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What comes in about the second step of signing in. */
final class SecondFactorCommands {

    private SecondFactorCommands() {}

    /** The present password, as proof that it is me. */
    @Schema(requiredProperties = "password", example = "{\"password\": \"…\"}")
    public record Proof(
            @NotNull @PlainText(min = 1, max = 200, guarded = false)
            String password) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Proof";
        }
    }

    /** The six digits that the app on the phone shows. */
    @Schema(requiredProperties = "code", example = "{\"code\": \"492039\"}")
    public record Code(
            @NotNull @PlainText(min = 1, max = 20, guarded = false)
            String code) {

        /** Never the code. */
        @Override
        public String toString() {
            return "Code";
        }
    }
}
