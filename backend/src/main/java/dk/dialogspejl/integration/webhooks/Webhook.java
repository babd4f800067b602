package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.sealing.OrganisationCipher;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** Where another system of the organisation wants to be told, and of what. */
@Entity
public class Webhook extends TenantEntity {

    /** In one organisation: each multiplies what is sent. */
    static final int MOST = 10;

    /** At a time: the one in use and the one that takes over. */
    private static final int MOST_SECRETS = 2;

    /** So long a receiver may be out of reach. */
    static final Duration PATIENCE = Duration.ofDays(3);

    /** Grows by each change. Whoever changes it holds its lock, so none is lost. */
    private int version;

    private String name;
    private String url;

    /** As receivers see them. */
    private List<String> events;

    private Instant createdAt;

    /** Since when nothing has reached the receiver; null when the last that was tried did. */
    private Instant failingSince;

    private Instant disabledAt;

    @Enumerated(EnumType.STRING)
    private DisabledBecause disabledBecause;

    @OneToMany(mappedBy = "webhook", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("createdAt, id")
    @BatchSize(size = 100)
    private List<WebhookSecret> secrets = new ArrayList<>();

    protected Webhook() {}

    Webhook(DescribeWebhook described, Instant createdAt) {
        this.createdAt = createdAt;
        change(described);
    }

    static List<Webhook> page(Cursor after, int most) {
        String query = "from Webhook w";
        if (after != null) {
            query += " where w.createdAt < :at or w.createdAt = :at and w.id < :id";
        }
        var page = getEntityManager().createQuery(query + " order by w.createdAt desc, w.id desc", Webhook.class);
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return page.setMaxResults(most).getResultList();
    }

    /** To change it: other changes wait until this transaction ends. */
    static Optional<Webhook> forChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    final void change(DescribeWebhook described) {
        name = described.name();
        if (!described.url().equals(url)) {
            url = described.url();
            failingSince = null;
        }
        events = described.events().stream().map(EventType::text).sorted().toList();
        version++;
    }

    /**
     * Takes a secret beside those it has.
     *
     * @throws ProblemException 409 where there are two already
     */
    WebhookSecret addSecret(String secret, OrganisationCipher cipher, Instant now) {
        if (secrets.size() >= MOST_SECRETS) {
            throw ProblemException.stepNotPossible(Set.of(WebhookCondition.WEBHOOK_HAS_TWO_SECRETS));
        }
        WebhookSecret added = new WebhookSecret(this, secret, cipher, now);
        secrets.add(added);
        version++;
        return added;
    }

    /** @throws ProblemException 409 where nothing could be signed without it */
    void removeSecret(UUID secretId) {
        WebhookSecret removed = secrets.stream()
                .filter(secret -> secret.id().equals(secretId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        if (secrets.size() == 1) {
            throw ProblemException.stepNotPossible(Set.of(WebhookCondition.WEBHOOKS_LAST_SECRET));
        }
        secrets.remove(removed);
        version++;
    }

    /** Nothing is sent to it from then on. For one that is disabled already the first reason stays. */
    void disable(DisabledBecause reason, Instant now) {
        if (disabledAt == null) {
            disabledAt = now;
            disabledBecause = reason;
            version++;
        }
    }

    /** What happens is sent to it from then on; what has happened meanwhile, when that is asked for. */
    void enable() {
        if (disabledAt != null) {
            disabledAt = null;
            disabledBecause = null;
            failingSince = null;
            version++;
        }
    }

    void reached() {
        failingSince = null;
    }

    /**
     * An attempt has failed. After three days of nothing else it is disabled.
     *
     * @param waitingSince since when what was not delivered waits
     */
    void missed(Instant waitingSince, Instant now) {
        if (failingSince == null) {
            failingSince = waitingSince;
        }
        if (!now.isBefore(failingSince.plus(PATIENCE))) {
            disable(DisabledBecause.FAILING, now);
        }
    }

    /** @throws ProblemException 409 with each {@link WebhookCondition} that keeps anything from being sent to it */
    void requireReady() {
        Set<WebhookCondition> unmet = EnumSet.noneOf(WebhookCondition.class);
        if (isDisabled()) {
            unmet.add(WebhookCondition.WEBHOOK_DISABLED);
        }
        if (secrets.isEmpty()) {
            unmet.add(WebhookCondition.WEBHOOK_WITHOUT_SECRET);
        }
        if (!unmet.isEmpty()) {
            throw ProblemException.stepNotPossible(unmet);
        }
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    boolean isFailing() {
        return failingSince != null;
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    URI address() {
        return URI.create(url);
    }

    List<EventType> events() {
        return events.stream().map(EventType::of).toList();
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant failingSince() {
        return failingSince;
    }

    Instant disabledAt() {
        return disabledAt;
    }

    DisabledBecause disabledBecause() {
        return disabledBecause;
    }

    List<WebhookSecret> secrets() {
        return List.copyOf(secrets);
    }
}
