package dk.dialogspejl.integration.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of an event that is for a webhook. */
@Schema(name = "WebhookDeliveryStatus")
public enum DeliveryStatus {
    /** It is sent, now or later, until it arrives. */
    WAITING,
    /** The receiver has taken it. */
    DELIVERED,
    /** It did not arrive within three days, or the webhook was disabled. It can be sent again. */
    GIVEN_UP
}
