package dk.dialogspejl.integration.webhooks;

/** What may stand in the way of using a webhook. */
enum WebhookCondition {
    WEBHOOK_DISABLED,
    WEBHOOK_WITHOUT_SECRET,
    WEBHOOK_HAS_TWO_SECRETS,
    WEBHOOKS_LAST_SECRET,
    TOO_MANY_WEBHOOKS
}
