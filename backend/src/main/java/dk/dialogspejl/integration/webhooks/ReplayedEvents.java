package dk.dialogspejl.integration.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param events how many are sent again */
@Schema(requiredProperties = "events", example = "{\"events\": 12}")
public record ReplayedEvents(int events) {}
