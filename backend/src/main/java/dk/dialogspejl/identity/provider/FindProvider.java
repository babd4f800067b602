package dk.dialogspejl.identity.provider;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose provider is asked for. Only the address's domain is looked at. */
@Schema(requiredProperties = "email", example = "{\"email\": \"anna@fjordby.example\"}")
public record FindProvider(
        @NotBlank @Email @PlainText(max = 254, guarded = false)
        String email) {

    /** Never the address. */
    @Override
    public String toString() {
        return "FindProvider";
    }
}
