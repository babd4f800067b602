package dk.dialogspejl.integration.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nothing is sent to a webhook. */
@Schema(name = "WebhookDisabledBecause")
public enum DisabledBecause {
    /** An administrator wants it so. */
    ADMINISTRATOR,
    /** The receiver says that it is gone: 410. */
    GONE,
    /** Nothing has reached it for three days. */
    FAILING
}
