package dk.dialogspejl.identity.clients;

import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API client, to add it or to change it. */
@Schema(
        requiredProperties = {"name", "scopes"},
        example = """
                {"name": "Kommunens HR-system", "scopes": ["summaries:read"], "networks": ["192.0.2.0/24"],
                 "teams": ["0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10"], "expiresAt": "2027-12-01T00:00:00Z"}""")
public record DescribeApiClient(
        @NotBlank
        @PlainText(max = 100)
        @Schema(description = "What people know it by; those whose summaries it reads see it")
        String name,

        @NotEmpty
        @Schema(description = "What it may do: `" + Scope.SUMMARIES_READ + "`, `" + Scope.PEOPLE_PROVISION + "`")
        Set<@NotNull String> scopes,

        @Size(max = 50)
        @Schema(
                description =
                        "The only networks it may call from, such as `192.0.2.0/24` or `2001:db8::/32`; empty for any")
        List<@NotNull @PlainText(max = 50, guarded = false) String> networks,

        @Size(max = 50)
        @Schema(description = "The only teams whose people it is told of; empty for the whole organisation")
        Set<@NotNull UUID> teams,

        @Schema(description = "When it ends by itself; left out it lives until it is revoked")
        Instant expiresAt) {}
