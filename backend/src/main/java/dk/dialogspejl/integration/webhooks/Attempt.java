package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One attempt at delivering an event: written before it is made, so that one that is cut off is seen too. */
@Entity
@Table(name = "webhook_attempt")
public class Attempt extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Delivery delivery;

    private int number;
    private Instant begunAt;

    /** Null while it is being made. */
    private Integer milliseconds;

    /** What the receiver answered with; null where it did not. */
    private Integer status;

    /** Null while it is being made. */
    @Enumerated(EnumType.STRING)
    private AttemptOutcome outcome;

    protected Attempt() {}

    Attempt(Delivery delivery, int number, Instant begunAt) {
        this.delivery = delivery;
        this.number = number;
        this.begunAt = begunAt;
    }

    /** What an instance has begun and not ended, before another takes over. */
    static void interruptAllOf(UUID deliveryId) {
        update("outcome = ?1 where delivery.id = ?2 and outcome is null", AttemptOutcome.INTERRUPTED, deliveryId);
    }

    void end(AttemptOutcome how, Integer answered, long lasted) {
        outcome = how;
        status = answered;
        milliseconds = (int) lasted;
    }

    int number() {
        return number;
    }

    Instant begunAt() {
        return begunAt;
    }

    Integer milliseconds() {
        return milliseconds;
    }

    Integer status() {
        return status;
    }

    AttemptOutcome outcome() {
        return outcome;
    }
}
