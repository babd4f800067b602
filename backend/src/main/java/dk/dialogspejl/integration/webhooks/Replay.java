package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.broadcast.Broadcast;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts into the queue what an administrator wants to be sent now: again, or for the first time. */
@ApplicationScoped
class Replay {

    private static final String SINCE = """
            with again as (
                insert into webhook_delivery as d
                    (organisation_id, id, webhook_id, event_id, status, attempts, waiting_since, created_at)
                    select e.organisation_id, gen_random_uuid(), w.id, e.id, 'WAITING', 0, :now, :now
                    from webhook_event e join webhook w on w.organisation_id = e.organisation_id
                    where w.organisation_id = :organisation and w.id = :webhook
                        and e.occurred_at >= :since and e.type = any (w.events)
                    on conflict (organisation_id, webhook_id, event_id)
                        do update set status = 'WAITING', waiting_since = excluded.waiting_since
                    returning d.organisation_id, d.id, d.webhook_id
            )
            insert into webhook_queue (delivery_id, organisation_id, webhook_id, due_at)
                select id, organisation_id, webhook_id, :now from again
                on conflict (organisation_id, delivery_id) do update set due_at = excluded.due_at""";

    @Inject
    WebhookQueue queue;

    @Inject
    Broadcast broadcast;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** @throws ProblemException 404, or 409 where nothing is sent to the webhook */
    Delivery one(UUID webhookId, UUID deliveryId) {
        ready(webhookId);
        if (Delivery.count("id = ?1 and webhook.id = ?2", deliveryId, webhookId) == 0) {
            throw ProblemException.notFound();
        }
        queue(deliveryId, webhookId);
        Delivery delivery = Delivery.forChange(deliveryId).orElseThrow(ProblemException::notFound);
        delivery.again(clock.instant());
        return delivery;
    }

    /** @throws ProblemException 404, or 409 where nothing is sent to the webhook */
    int since(UUID webhookId, Instant since) {
        ready(webhookId);
        queue.holdAllOf(webhookId);
        int events = entities.createNativeQuery(SINCE)
                .setParameter("organisation", organisation.id())
                .setParameter("webhook", webhookId)
                .setParameter("since", since)
                .setParameter("now", clock.instant())
                .executeUpdate();
        broadcast.send(List.of(WebhookQueue.MESSAGE));
        return events;
    }

    /** @throws ProblemException 404, or 409 where nothing is sent to the webhook */
    Delivery test(UUID webhookId) {
        Webhook webhook = ready(webhookId);
        Instant now = clock.instant();
        WebhookEvent event = new WebhookEvent(EventType.WEBHOOK_TEST, webhookId, now);
        event.persist();
        Delivery delivery = new Delivery(webhook, event, now);
        delivery.persist();
        entities.flush();
        queue(delivery.id(), webhookId);
        return delivery;
    }

    private static Webhook ready(UUID webhookId) {
        Webhook webhook = Webhook.forChange(webhookId).orElseThrow(ProblemException::notFound);
        webhook.requireReady();
        return webhook;
    }

    private void queue(UUID deliveryId, UUID webhookId) {
        queue.add(deliveryId, webhookId, clock.instant());
        broadcast.send(List.of(WebhookQueue.MESSAGE));
    }
}
