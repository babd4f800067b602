package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.sealing.OrganisationCipher;
import dk.dialogspejl.platform.sealing.Place;
import dk.dialogspejl.platform.sealing.Sealed;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** A secret that a webhook's events are signed with, sealed with the organisation's key for that webhook. */
@Entity
public class WebhookSecret extends TenantEntity {

    private static final String COLUMN = "webhook_secret.secret";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Webhook webhook;

    private Sealed secret;
    private Instant createdAt;

    protected WebhookSecret() {}

    WebhookSecret(Webhook webhook, String signingSecret, OrganisationCipher cipher, Instant createdAt) {
        this.webhook = webhook;
        this.secret = cipher.seal(signingSecret, Place.of(webhook, COLUMN));
        this.createdAt = createdAt;
    }

    String open(OrganisationCipher cipher) {
        return cipher.open(secret, String.class, Place.of(webhook, COLUMN));
    }

    Instant createdAt() {
        return createdAt;
    }
}
