package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.retention.KeptRows;
import jakarta.inject.Singleton;

/** What has happened, and with it how it was sent, for thirty days; what still waits is not due. */
@Singleton
class KeptWebhookEvents extends KeptRows {

    KeptWebhookEvents() {
        super(
                "webhookEvents",
                "webhook_event",
                "k.occurred_at < cast(:now as timestamptz) - interval '30 days' and not exists ("
                        + "select from webhook_delivery d where d.organisation_id = k.organisation_id"
                        + " and d.event_id = k.id and d.status = 'WAITING')");
    }

    /** Nobody changes an event. */
    @Override
    public String locking() {
        return "";
    }
}
