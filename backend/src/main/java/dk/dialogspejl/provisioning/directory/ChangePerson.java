package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.organisation.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody belongs and what they may from now on, all of it. */
@Schema(
        requiredProperties = {"grantedRoles", "leads"},
        example = """
                {"teamId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30", "grantedRoles": ["LEADER"],
                 "leads": ["0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30"]}""")
record ChangePerson(
        @Schema(description = "Left out for none") UUID teamId,

        @Schema(description = "Beside employee, which everyone is") @NotNull @Size(max = 4)
        Set<@NotNull Role> grantedRoles,

        @Schema(description = "The teams to lead; a leader leads the one they are in anyhow") @NotNull @Size(max = 200)
        Set<@NotNull UUID> leads) {}
