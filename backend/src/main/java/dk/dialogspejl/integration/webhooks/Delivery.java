package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.Cursor;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** An event on its way to a webhook: once for each of the two, however often it is sent. */
@Entity
@Table(name = "webhook_delivery")
public class Delivery extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Webhook webhook;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private WebhookEvent event;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    /** The number of the latest; also tells an instance that another has taken over from it. */
    private int attempts;

    /** From here the three days are counted: when it happened, or was asked for again. */
    private Instant waitingSince;

    private Instant createdAt;

    @OneToMany(mappedBy = "delivery", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    @BatchSize(size = 100)
    private List<Attempt> made = new ArrayList<>();

    protected Delivery() {}

    Delivery(Webhook webhook, WebhookEvent event, Instant now) {
        this.webhook = webhook;
        this.event = event;
        this.status = DeliveryStatus.WAITING;
        this.waitingSince = now;
        this.createdAt = now;
    }

    static List<Delivery> page(UUID webhookId, Cursor after, int most) {
        String query = "from Delivery d join fetch d.event where d.webhook.id = :webhook";
        if (after != null) {
            query += " and (d.createdAt < :at or d.createdAt = :at and d.id < :id)";
        }
        var page = getEntityManager()
                .createQuery(query + " order by d.createdAt desc, d.id desc", Delivery.class)
                .setParameter("webhook", webhookId);
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return page.setMaxResults(most).getResultList();
    }

    /** Other changes of it wait until this transaction ends. */
    static Optional<Delivery> forChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** All that wait for a webhook that nothing is sent to any more. */
    static void giveUpAllOf(UUID webhookId) {
        update(
                "status = ?1 where webhook.id = ?2 and status = ?3",
                DeliveryStatus.GIVEN_UP,
                webhookId,
                DeliveryStatus.WAITING);
    }

    /** The attempt that is made now. */
    Attempt begin(Instant now) {
        attempts++;
        Attempt attempt = new Attempt(this, attempts, now);
        made.add(attempt);
        return attempt;
    }

    void again(Instant now) {
        status = DeliveryStatus.WAITING;
        waitingSince = now;
    }

    void arrive() {
        status = DeliveryStatus.DELIVERED;
    }

    void giveUp() {
        status = DeliveryStatus.GIVEN_UP;
    }

    boolean isWaiting() {
        return status == DeliveryStatus.WAITING;
    }

    Webhook webhook() {
        return webhook;
    }

    WebhookEvent event() {
        return event;
    }

    DeliveryStatus status() {
        return status;
    }

    int attempts() {
        return attempts;
    }

    Instant waitingSince() {
        return waitingSince;
    }

    Instant createdAt() {
        return createdAt;
    }

    List<Attempt> made() {
        return List.copyOf(made);
    }
}
