package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.outside.OutsideAnswer;
import dk.dialogspejl.platform.outside.OutsideCall;
import dk.dialogspejl.platform.outside.OutsideFailure;
import dk.dialogspejl.platform.outside.OutsideHttp;
import dk.dialogspejl.platform.outside.Reach;
import dk.dialogspejl.platform.sealing.OrganisationCipher;
import dk.dialogspejl.platform.sealing.OrganisationKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes one attempt at delivering what waits for a webhook: takes it, calls outside any transaction, notes how it went. */
@ApplicationScoped
class Deliver {

    private static final int GONE = 410;

    @Inject
    WebhookQueue queue;

    @Inject
    OutsideHttp http;

    @Inject
    OrganisationKeys keys;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    NewTransaction transaction;

    @Inject
    Clock clock;

    /** What an attempt may last. */
    @ConfigProperty(name = "dialogspejl.webhooks.within", defaultValue = "15s")
    Duration within;

    @ConfigProperty(name = "dialogspejl.loopback-webhooks", defaultValue = "false")
    boolean loopbackToo;

    /** How far webhooks may lead. */
    Reach reach() {
        return loopbackToo ? Reach.THIS_MACHINE_TOO : Reach.PUBLIC;
    }

    /**
     * What is to be sent, and by which attempt.
     *
     * @param secrets as receivers have them
     */
    record Taken(
            UUID webhookId,
            UUID deliveryId,
            int attempt,
            UUID eventId,
            URI address,
            String body,
            List<String> secrets) {}

    private record Result(AttemptOutcome outcome, Integer status, Optional<Duration> retryAfter) {}

    /** False when nothing is due for it, or others are at it. */
    @ActivateRequestContext
    boolean next(WebhookQueue.Due due) {
        organisation.enter(due.organisationId());
        Optional<Taken> next = transaction.call(() -> take(due.webhookId()));
        next.ifPresent(taken -> {
            long begun = System.nanoTime();
            Result result = send(taken);
            Duration lasted = Duration.ofNanos(System.nanoTime() - begun);
            transaction.run(() -> note(taken, result, lasted));
        });
        return next.isPresent();
    }

    Optional<Taken> take(UUID webhookId) {
        Instant now = clock.instant();
        return queue.take(webhookId, now).flatMap(Delivery::forChange).flatMap(delivery -> {
            Webhook webhook = delivery.webhook();
            if (webhook.isDisabled()) { // since it was put into the queue
                delivery.giveUp();
                queue.remove(delivery.id());
                return Optional.empty();
            }
            if (delivery.attempts() > 0) {
                Attempt.interruptAllOf(delivery.id());
            }
            Attempt attempt = delivery.begin(now);
            OrganisationCipher cipher = keys.cipher();
            return Optional.of(new Taken(
                    webhookId,
                    delivery.id(),
                    attempt.number(),
                    delivery.event().id(),
                    webhook.address(),
                    delivery.event().body(),
                    webhook.secrets().stream()
                            .map(secret -> secret.open(cipher))
                            .toList()));
        });
    }

    private Result send(Taken taken) {
        long seconds = clock.instant().getEpochSecond();
        String id = taken.eventId().toString();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Dialogspejl",
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(seconds),
                "webhook-signature",
                Signature.of(taken.secrets(), id, seconds, taken.body()));
        try {
            OutsideAnswer answer = http.send(new OutsideCall(
                    reach(),
                    taken.address(),
                    headers,
                    taken.body().getBytes(StandardCharsets.UTF_8),
                    within,
                    OutsideCall.HEAD_ONLY));
            return new Result(
                    outcome(answer.status()),
                    answer.status(),
                    answer.retryAfter().flatMap(header -> RetrySchedule.retryAfter(header, clock)));
        } catch (OutsideFailure failure) {
            return new Result(outcome(failure), null, Optional.empty());
        }
    }

    private static AttemptOutcome outcome(int status) {
        if (status == GONE) {
            return AttemptOutcome.GONE;
        }
        return switch (status / 100) {
            case 2 -> AttemptOutcome.ARRIVED;
            case 3 -> AttemptOutcome.REDIRECTED;
            default -> AttemptOutcome.NOT_ACCEPTED;
        };
    }

    private static AttemptOutcome outcome(OutsideFailure failure) {
        return switch (failure.why()) {
            case NAME_UNKNOWN -> AttemptOutcome.NAME_UNKNOWN;
            case ADDRESS_REFUSED -> AttemptOutcome.ADDRESS_REFUSED;
            case NOT_CONNECTED -> AttemptOutcome.NOT_CONNECTED;
            case NOT_TRUSTED -> AttemptOutcome.NOT_TRUSTED;
            case TIMED_OUT -> AttemptOutcome.TIMED_OUT;
            case BROKEN_OFF, TOO_LONG -> AttemptOutcome.BROKEN_OFF;
        };
    }

    /** Nothing if the webhook has been deleted meanwhile. */
    private void note(Taken taken, Result result, Duration lasted) {
        boolean arrived = result.outcome() == AttemptOutcome.ARRIVED;
        Optional<Webhook> webhook = arrived
                ? Webhook.<Webhook>findByIdOptional(taken.webhookId()).filter(Webhook::isFailing)
                : Optional.of(taken.webhookId()).flatMap(Webhook::forChange);
        if (arrived) {
            webhook.ifPresent(failing -> Webhook.getEntityManager().refresh(failing, LockModeType.PESSIMISTIC_WRITE));
        }
        queue.hold(taken.deliveryId());
        Delivery.forChange(taken.deliveryId()).ifPresent(delivery -> {
            delivery.made().stream()
                    .filter(attempt -> attempt.number() == taken.attempt())
                    .forEach(attempt -> attempt.end(result.outcome(), result.status(), lasted.toMillis()));
            if (arrived) { // also when another instance has taken over: it is there
                delivery.arrive();
                queue.remove(delivery.id());
                webhook.ifPresent(Webhook::reached);
            } else if (delivery.isWaiting() && delivery.attempts() == taken.attempt()) {
                webhook.ifPresent(missed -> missed(delivery, missed, result));
            }
        });
    }

    private void missed(Delivery delivery, Webhook webhook, Result result) {
        Instant now = clock.instant();
        Optional<Instant> again = RetrySchedule.next(
                delivery.waitingSince(), now, result.retryAfter(), ThreadLocalRandom.current()::nextDouble);
        if (again.isPresent()) {
            queue.postpone(delivery.id(), again.get());
        } else {
            delivery.giveUp();
            queue.remove(delivery.id());
        }
        webhook.missed(delivery.waitingSince(), now);
        if (result.outcome() == AttemptOutcome.GONE) {
            webhook.disable(DisabledBecause.GONE, now);
        }
        if (webhook.isDisabled()) {
            giveUpAllOf(webhook);
        }
    }

    /** Nothing more is sent to a webhook that has been disabled. */
    void giveUpAllOf(Webhook webhook) {
        Webhook.flush();
        queue.removeAllOf(webhook.id());
        Delivery.giveUpAllOf(webhook.id());
    }
}
