package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Paging;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/webhooks/{webhookId}")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "integration")
public class DeliveryResource {

    @Inject
    WebhookQueue queue;

    @Inject
    Replay replay;

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What has been sent to a webhook, and how it went; newest first",
            description = "Kept for thirty days.")
    public RestResponse<List<DeliveryView>> list(UUID webhookId, @Valid @BeanParam Paging paging, UriInfo uri) {
        Webhook.findByIdOptional(webhookId).orElseThrow(ProblemException::notFound);
        List<Delivery> found = Delivery.page(webhookId, paging.start(), paging.rowsToRead());
        Map<UUID, Instant> dueAt = queue.dueAt(found);
        Map<UUID, Instant> createdAt = found.stream().collect(Collectors.toMap(Delivery::id, Delivery::createdAt));
        List<DeliveryView> rows = found.stream()
                .map(delivery -> DeliveryView.of(delivery, dueAt.get(delivery.id())))
                .toList();
        return paging.page(rows, row -> new Cursor(createdAt.get(row.id()), row.id()), uri);
    }

    @POST
    @Path("/deliveries/{deliveryId}/replay")
    @Audited(AuditKind.WEBHOOK_REPLAYED)
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send an event again",
            description = "With the same `webhook-id`, also one that has arrived.")
    public DeliveryView replay(UUID webhookId, UUID deliveryId) {
        return view(replay.one(webhookId, deliveryId));
    }

    @POST
    @Path("/replay")
    @Audited(AuditKind.WEBHOOK_REPLAYED)
    @Operation(
            operationId = "replayWebhook",
            summary = "Send all that has happened since a time again",
            description = "Also what has arrived, and what happened while the webhook was disabled; each with the"
                    + " `webhook-id` it had.")
    public ReplayedEvents replaySince(UUID webhookId, @NotNull @Valid ReplayEvents command) {
        return new ReplayedEvents(replay.since(webhookId, command.since()));
    }

    @POST
    @Path("/test")
    @Audited(AuditKind.WEBHOOK_TESTED)
    @Operation(operationId = "testWebhook", summary = "Send a `webhook.test` to a webhook")
    public DeliveryView test(UUID webhookId) {
        return view(replay.test(webhookId));
    }

    private DeliveryView view(Delivery delivery) {
        return DeliveryView.of(delivery, queue.dueAt(List.of(delivery)).get(delivery.id()));
    }
}
