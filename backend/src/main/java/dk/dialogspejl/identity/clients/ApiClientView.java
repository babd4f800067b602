package dk.dialogspejl.identity.clients;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dk.dialogspejl.platform.http.Located;
import dk.dialogspejl.platform.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API client as an administrator sees it. */
@Schema(
        requiredProperties = {"id", "version", "clientId", "name", "scopes", "networks", "teams", "createdAt", "secrets"
        },
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f70", "version": 2, "clientId": "client-8f14e45fceea167a",
                 "name": "Kommunens HR-system", "scopes": ["summaries:read"], "networks": ["192.0.2.0/24"],
                 "teams": [], "createdAt": "2026-12-01T08:00:00Z", "expiresAt": "2027-12-01T00:00:00Z",
                 "secrets": [{"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f71", "createdAt": "2026-12-01T08:01:00Z",
                              "lastUsedAt": "2026-12-02T03:00:00Z"}]}""")
public record ApiClientView(
        UUID id,
        int version,

        @Schema(description = "What it signs in as at `/oauth2/token`")
        String clientId,

        String name,
        List<String> scopes,
        List<String> networks,

        @Schema(description = "The only teams whose people it is told of; empty for the whole organisation")
        List<UUID> teams,

        Instant createdAt,
        Instant expiresAt,
        Instant revokedAt,

        @Schema(description = "Those that are live; the secrets themselves are not kept")
        List<SecretRow> secrets)
        implements Versioned, Located {

    /** A live secret. */
    @Schema(
            name = "ApiClientSecret",
            requiredProperties = {"id", "createdAt"})
    public record SecretRow(
            UUID id,
            Instant createdAt,

            @Schema(description = "When a token was last given for it")
            Instant lastUsedAt) {}

    static ApiClientView of(ApiClient client) {
        return new ApiClientView(
                client.id(),
                client.version(),
                client.clientId(),
                client.name(),
                client.scopes(),
                client.networks(),
                client.teams(),
                client.createdAt(),
                client.expiresAt(),
                client.revokedAt(),
                client.secrets().stream()
                        .filter(ClientSecret::isLive)
                        .map(secret -> new SecretRow(secret.id(), secret.createdAt(), secret.lastUsedAt()))
                        .toList());
    }

    @Override
    @JsonIgnore
    public String locatedAt() {
        return "/api-clients/" + id;
    }
}
