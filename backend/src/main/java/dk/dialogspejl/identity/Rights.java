package dk.dialogspejl.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.dialogspejl.organisation.RightsChanged;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.broadcast.Heard;
import dk.dialogspejl.platform.broadcast.MaybeMissed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What the bearer of an access token may do now, as the database has it: nothing once the session has ended, the
 * person is deactivated or the API client revoked (ASVS 5, sections 7.4 and 8.3). An answer is kept for a moment, and
 * dropped when the database says that something has changed; an instance that is deaf just then is late by that moment.
 */
@ApplicationScoped
class Rights {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofSeconds(3);

    private static final int MOST_KEPT = 10_000;

    /** Begins what the triggers on people, sessions and API clients say; the id of whom it is about follows. */
    private static final String CHANGED = "rights ";

    private static final String OF_PERSON = "select p.roles from session s join person p"
            + " on p.organisation_id = s.organisation_id and p.id = s.person_id where s.organisation_id = ?"
            + " and s.person_id = ? and s.id = ? and s.ended_at is null and p.active";
    private static final String OF_CLIENT = "select c.scopes, c.networks from api_client c join api_client_secret s"
            + " on s.organisation_id = c.organisation_id and s.client_id = c.id where c.organisation_id = ?"
            + " and c.id = ? and s.id = ? and c.revoked_at is null and s.revoked_at is null"
            + " and (c.expires_at is null or c.expires_at > now())";

    private final DataSource dataSource;
    private final Cache<Bearer, Optional<May>> kept;
    private final AtomicLong changes = new AtomicLong();

    @Inject
    Event<RightsChanged> changed;

    /**
     * Whom a token was given to.
     *
     * @param session a person's; null for an API client
     * @param secret the one that an API client got it for; null for a person
     */
    record Bearer(UUID organisation, UUID subject, UUID session, UUID secret) {}

    /**
     * What a bearer may do now.
     *
     * @param names a person's roles or an API client's scopes
     * @param networks the only ones that it may be done from; empty for any
     */
    record May(Set<String> names, List<String> networks) {}

    @Inject
    Rights(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        kept = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Empty for a bearer who is to be refused. */
    Optional<May> of(Bearer bearer) {
        Optional<May> known = kept.getIfPresent(bearer);
        if (known != null) {
            return known;
        }
        long before = changes.get();
        Optional<May> now = read(bearer);
        if (changes.get() == before) {
            kept.put(bearer, now);
        }
        return now;
    }

    void hear(@Observes Heard heard) {
        if (heard.message().startsWith(CHANGED)) {
            UUID subject = UUID.fromString(heard.message().substring(CHANGED.length()));
            changes.incrementAndGet();
            kept.asMap().keySet().removeIf(bearer -> bearer.subject().equals(subject));
            changed.fire(new RightsChanged(subject));
        }
    }

    void startOver(@Observes MaybeMissed missed) {
        changes.incrementAndGet();
        kept.invalidateAll();
    }

    /** Not through Hibernate, which asks whose organisation it works for, and so who is asking. */
    private Optional<May> read(Bearer bearer) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return read(bearer, connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not find out what the bearer of a token may do", e);
        }
    }

    private static Optional<May> read(Bearer bearer, Connection connection) throws SQLException {
        try (var tenancy = connection.prepareStatement("select set_config('dialogspejl.organisation', ?, true)")) {
            tenancy.setString(1, bearer.organisation().toString());
            tenancy.execute();
        }
        boolean isPerson = bearer.session() != null;
        try (var query = connection.prepareStatement(isPerson ? OF_PERSON : OF_CLIENT)) {
            query.setObject(1, bearer.organisation());
            query.setObject(2, bearer.subject());
            query.setObject(3, isPerson ? bearer.session() : bearer.secret());
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                return Optional.of(
                        isPerson
                                ? new May(
                                        texts(found, 1)
                                                .map(role -> Role.valueOf(role).claim())
                                                .collect(Collectors.toUnmodifiableSet()),
                                        List.of())
                                : new May(
                                        texts(found, 1).collect(Collectors.toUnmodifiableSet()),
                                        texts(found, 2).toList()));
            }
        }
    }

    private static Stream<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }
}
