package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Idempotent;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.Paging;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.outside.OutsideFailure;
import dk.dialogspejl.platform.sealing.OrganisationKeys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/webhooks")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "integration")
public class WebhookResource {

    @Inject
    CurrentOrganisation organisation;

    @Inject
    OrganisationKeys keys;

    @Inject
    WebhookQueue queue;

    @Inject
    Deliver deliver;

    @Inject
    Clock clock;

    @GET
    @Operation(operationId = "listWebhooks", summary = "The organisation's webhooks, newest first")
    public RestResponse<List<WebhookView>> list(@Valid @BeanParam Paging paging, UriInfo uri) {
        List<WebhookView> rows = Webhook.page(paging.start(), paging.rowsToRead()).stream()
                .map(WebhookView::of)
                .toList();
        return paging.page(rows, row -> new Cursor(row.createdAt(), row.id()), uri);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Audited(AuditKind.WEBHOOK_CREATED)
    @Operation(
            operationId = "createWebhook",
            summary = "Add a webhook",
            description = "Nothing is sent to it until it is given a secret. Ten at most.")
    public WebhookView create(@NotNull @Valid DescribeWebhook command) {
        check(command);
        if (Webhook.count() >= Webhook.MOST) {
            throw ProblemException.stepNotPossible(Set.of(WebhookCondition.TOO_MANY_WEBHOOKS));
        }
        Webhook webhook = new Webhook(command, clock.instant());
        webhook.persist();
        return flushed(webhook);
    }

    @GET
    @Path("/{webhookId}")
    @Operation(operationId = "getWebhook", summary = "A webhook")
    public WebhookView read(UUID webhookId) {
        return Webhook.<Webhook>findByIdOptional(webhookId)
                .map(WebhookView::of)
                .orElseThrow(ProblemException::notFound);
    }

    @PUT
    @Path("/{webhookId}")
    @Audited(AuditKind.WEBHOOK_CHANGED)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change where a webhook leads and what it is told of",
            description = "What waits is sent to the new address.")
    public WebhookView change(
            UUID webhookId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DescribeWebhook command) {
        Webhook webhook = forChange(webhookId, ifMatch);
        check(command);
        webhook.change(command);
        return flushed(webhook);
    }

    @DELETE
    @Path("/{webhookId}")
    @Audited(AuditKind.WEBHOOK_DELETED)
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "With its secrets and its log. What waits is not sent.")
    public void delete(UUID webhookId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        forChange(webhookId, ifMatch);
        queue.removeAllOf(webhookId);
        Webhook.getEntityManager()
                .createNativeQuery("delete from webhook where organisation_id = :organisation and id = :id")
                .setParameter("organisation", organisation.id())
                .setParameter("id", webhookId)
                .executeUpdate();
    }

    @POST
    @Path("/{webhookId}/disable")
    @Audited(AuditKind.WEBHOOK_DISABLED)
    @Operation(
            operationId = "disableWebhook",
            summary = "Send nothing to a webhook",
            description = "What waits is given up. It can be sent again once the webhook is enabled.")
    public WebhookView disable(UUID webhookId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Webhook webhook = forChange(webhookId, ifMatch);
        webhook.disable(DisabledBecause.ADMINISTRATOR, clock.instant());
        deliver.giveUpAllOf(webhook);
        return flushed(webhook);
    }

    @POST
    @Path("/{webhookId}/enable")
    @Audited(AuditKind.WEBHOOK_ENABLED)
    @Operation(
            operationId = "enableWebhook",
            summary = "Send to a webhook again",
            description = "What happens from then on. What has happened since it was disabled is sent by"
                    + " `replayWebhook`.")
    public WebhookView enable(UUID webhookId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Webhook webhook = forChange(webhookId, ifMatch);
        webhook.enable();
        return flushed(webhook);
    }

    /** Not {@code @Idempotent}: that would keep the secret, and another one does no harm. */
    @POST
    @Path("/{webhookId}/secrets")
    @Audited(AuditKind.WEBHOOK_SECRET_ADDED)
    @Operation(
            operationId = "addWebhookSecret",
            summary = "Make a new secret for a webhook",
            description = "Told once. A webhook has two at most, and events are signed with both, so that one can take"
                    + " over from the other.")
    public NewWebhookSecret addSecret(UUID webhookId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Webhook webhook = forChange(webhookId, ifMatch);
        String secret = Signature.newSecret();
        WebhookSecret added = webhook.addSecret(secret, keys.cipher(), clock.instant());
        Webhook.flush();
        return new NewWebhookSecret(added.id(), secret, added.createdAt());
    }

    @DELETE
    @Path("/{webhookId}/secrets/{secretId}")
    @Audited(AuditKind.WEBHOOK_SECRET_REMOVED)
    @Operation(
            operationId = "removeWebhookSecret",
            summary = "Remove one secret of a webhook",
            description = "Not the last one.")
    public WebhookView removeSecret(UUID webhookId, UUID secretId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Webhook webhook = forChange(webhookId, ifMatch);
        webhook.removeSecret(secretId);
        return flushed(webhook);
    }

    private static Webhook forChange(UUID webhookId, String ifMatch) {
        Webhook webhook = Webhook.forChange(webhookId).orElseThrow(ProblemException::notFound);
        IfMatch.check(ifMatch, webhook.version(), () -> WebhookView.of(webhook));
        return webhook;
    }

    private static WebhookView flushed(Webhook webhook) {
        Webhook.flush();
        return WebhookView.of(webhook);
    }

    private void check(DescribeWebhook command) {
        List<FieldFault> faults = new ArrayList<>();
        if (!isAddress(command.url())) {
            faults.add(new FieldFault("url", "field.webhook-url"));
        }
        if (!EventType.ASKED_FOR.containsAll(command.events())) {
            faults.add(new FieldFault("events", "field.webhook-events"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            deliver.reach().check(address);
            return address.getRawFragment() == null;
        } catch (IllegalArgumentException | OutsideFailure e) {
            return false;
        }
    }
}
