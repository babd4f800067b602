package dk.dialogspejl.integration.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A secret of a webhook, the one time that it can be told. */
@Schema(
        requiredProperties = {"id", "secret", "createdAt"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f81", "secret": "whsec_C2Fs…",
                 "createdAt": "2026-12-01T08:01:00Z"}""")
public record NewWebhookSecret(
        UUID id,

        @Schema(description = "Keep it where the receiver keeps its secrets: it cannot be read again")
        String secret,

        Instant createdAt) {}
