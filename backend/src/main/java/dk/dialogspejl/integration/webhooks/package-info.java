/**
 * Tells other systems that something has happened, by Standard Webhooks: thin events, signed, at least once, in no
 * promised order. What has happened is written down by triggers ({@code db/integration}), in the transaction in which it
 * happens; every instance takes part in sending it. It may depend on {@code organisation} and
 * {@code platform}; nothing depends on it.
 */
package dk.dialogspejl.integration.webhooks;
