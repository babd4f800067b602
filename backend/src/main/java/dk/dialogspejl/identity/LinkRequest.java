package dk.dialogspejl.identity;

import dk.dialogspejl.platform.text.Language;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that is to be sent: the outbox. Whether there is an account for it is found out when it is sent, so that asking
 * for a link takes the same time for every address.
 */
@Entity
class LinkRequest extends PanacheEntityBase {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** With pauses that double, half a day in all. */
    private static final int MOST_ATTEMPTS = 10;

    @Id
    private UUID id;

    private String login;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    @Enumerated(EnumType.STRING)
    private Language language;

    private Instant askedAt;

    private int attempts;
    private Instant dueAt;

    protected LinkRequest() {}

    /** With a one-time link. */
    LinkRequest(String login, Language language, Instant now) {
        this(login, MailKind.LINK, language, now);
    }

    LinkRequest(String login, MailKind kind, Language language, Instant now) {
        this.id = UUID.randomUUID();
        this.login = login;
        this.kind = kind;
        this.language = language;
        this.askedAt = now;
        this.dueAt = now;
    }

    /** One that is due, if no other instance is at it; until it is removed it comes again after a pause. */
    static Optional<LinkRequest> claim(Instant now) {
        Optional<LinkRequest> due = LinkRequest.<LinkRequest>find("dueAt <= ?1 order by dueAt", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", -2) // skip locked
                .page(0, 1)
                .firstResultOptional();
        due.ifPresent(request -> {
            request.dueAt = now.plus(FIRST_PAUSE.multipliedBy(1L << request.attempts));
            request.attempts++;
        });
        return due;
    }

    UUID id() {
        return id;
    }

    String login() {
        return login;
    }

    MailKind kind() {
        return kind;
    }

    Language language() {
        return language;
    }

    /** Of a mail without a link, when that was which it tells of. */
    Instant askedAt() {
        return askedAt;
    }

    boolean isLastAttempt() {
        return attempts >= MOST_ATTEMPTS;
    }
}
