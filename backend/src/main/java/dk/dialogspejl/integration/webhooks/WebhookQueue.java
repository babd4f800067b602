package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.database.CurrentOrganisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which deliveries wait, of all organisations: ids and times. One that an instance takes is not due again until its lease
 * is over, so no transaction lasts as long as a call, and what an instance was at when it was killed is taken over.
 *
 * <p>Who locks several rows does so in the order webhook, queue, delivery, so that nobody waits for one who waits for
 * them.
 */
@ApplicationScoped
class WebhookQueue {

    /** What is said to all instances when something has been added. */
    static final String MESSAGE = "webhooks";

    /** Longer than any attempt takes. */
    static final Duration LEASE = Duration.ofSeconds(90);

    @Inject
    EntityManager entities;

    @Inject
    CurrentOrganisation organisation;

    /** A webhook for which something is due. */
    record Due(UUID organisationId, UUID webhookId) {}

    /** Those that have waited longest; not the ones that this instance is at already. */
    List<Due> due(Collection<UUID> busy, int most, Instant now) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select organisation_id, webhook_id from webhook_queue"
                                + " where due_at <= :now and webhook_id <> all (cast(:busy as uuid[]))"
                                + " group by organisation_id, webhook_id order by min(due_at)",
                        Object[].class)
                .setParameter("now", now)
                .setParameter("busy", busy.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(row -> new Due((UUID) row[0], (UUID) row[1])).toList();
    }

    /** Takes the delivery that has waited longest, if no other instance is taking it. */
    @SuppressWarnings("unchecked")
    Optional<UUID> take(UUID webhookId, Instant now) {
        return ours("update webhook_queue set due_at = :until where organisation_id = :organisation and delivery_id = ("
                        + "select delivery_id from webhook_queue where organisation_id = :organisation"
                        + " and webhook_id = :webhook and due_at <= :now"
                        + " order by due_at limit 1 for update skip locked) returning delivery_id")
                .setParameter("until", now.plus(LEASE))
                .setParameter("webhook", webhookId)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Holds it, if it still waits, until this transaction ends. */
    void hold(UUID deliveryId) {
        ours("select delivery_id from webhook_queue where organisation_id = :organisation"
                        + " and delivery_id = :delivery for update")
                .setParameter("delivery", deliveryId)
                .getResultList();
    }

    /** The same for all that wait for a webhook. */
    void holdAllOf(UUID webhookId) {
        ours("select delivery_id from webhook_queue where organisation_id = :organisation and webhook_id = :webhook"
                        + " order by delivery_id for update")
                .setParameter("webhook", webhookId)
                .getResultList();
    }

    void add(UUID deliveryId, UUID webhookId, Instant now) {
        ours("insert into webhook_queue (organisation_id, delivery_id, webhook_id, due_at)"
                        + " values (:organisation, :delivery, :webhook, :now)"
                        + " on conflict (organisation_id, delivery_id) do update set due_at = excluded.due_at")
                .setParameter("delivery", deliveryId)
                .setParameter("webhook", webhookId)
                .setParameter("now", now)
                .executeUpdate();
    }

    void postpone(UUID deliveryId, Instant until) {
        ours("update webhook_queue set due_at = :until where organisation_id = :organisation and delivery_id = :delivery")
                .setParameter("until", until)
                .setParameter("delivery", deliveryId)
                .executeUpdate();
    }

    void remove(UUID deliveryId) {
        ours("delete from webhook_queue where organisation_id = :organisation and delivery_id = :delivery")
                .setParameter("delivery", deliveryId)
                .executeUpdate();
    }

    void removeAllOf(UUID webhookId) {
        ours("delete from webhook_queue where organisation_id = :organisation and webhook_id = :webhook")
                .setParameter("webhook", webhookId)
                .executeUpdate();
    }

    /** When each of them is due again. Those that no longer wait are not in it. */
    @SuppressWarnings("unchecked")
    Map<UUID, Instant> dueAt(Collection<Delivery> deliveries) {
        List<UUID> ids = deliveries.stream()
                .filter(Delivery::isWaiting)
                .map(Delivery::id)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = ours("select delivery_id, due_at from webhook_queue"
                        + " where organisation_id = :organisation and delivery_id in (:ids)")
                .setParameter("ids", ids)
                .getResultList();
        Map<UUID, Instant> due = new HashMap<>();
        rows.forEach(row -> due.put((UUID) row[0], (Instant) row[1]));
        return due;
    }

    /** Row-level security does not stand guard here, so each statement but the one that looks for work names whose it is. */
    private Query ours(String sql) {
        return entities.createNativeQuery(sql).setParameter("organisation", organisation.id());
    }
}
