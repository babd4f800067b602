package dk.dialogspejl.identity.clients;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A secret, the one time that it can be told. */
@Schema(
        requiredProperties = {"id", "clientId", "secret", "createdAt"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f71", "clientId": "client-8f14e45fceea167a",
                 "secret": "q4Zb…", "createdAt": "2026-12-01T08:01:00Z"}""")
public record NewClientSecret(
        UUID id,
        String clientId,

        @Schema(description = "Keep it where the client keeps its secrets: it cannot be read again")
        String secret,

        Instant createdAt) {}
