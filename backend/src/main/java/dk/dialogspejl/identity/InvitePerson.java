package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is to have an account. */
@Schema(
        requiredProperties = {"name", "email"},
        example = "{\"name\": \"Mette Dahl\", \"email\": \"mette@fjordby.example\", \"jobTitle\": \"Rådgiver\"}")
public record InvitePerson(
        @NotBlank @PlainText(max = 120) String name,

        @NotBlank @Email @PlainText(max = 254, guarded = false)
        String email,

        @PlainText(max = 120) String jobTitle,

        @Schema(description = "Beside employee, which everyone is") @Size(max = 4)
        Set<@NotNull Role> grantedRoles) {}
