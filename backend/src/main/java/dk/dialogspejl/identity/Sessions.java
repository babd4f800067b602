package dk.dialogspejl.identity;

import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Begins, refreshes and ends sessions. Works before anyone is signed in, so it enters the organisation itself:
 * by the login directory at sign-in, by the refresh token's own first part after that.
 */
@ApplicationScoped
class Sessions {

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    Passwords passwords;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Clock clock;

    /** A new pair; the refresh token reads {@code organisation.session.secret}. */
    record Tokens(AccessToken access, String refresh) {}

    /** Empty for an unknown address and for a wrong password alike, after the same work. */
    Optional<Tokens> begin(SignIn command, Device device) {
        organisation.enterNone();
        transaction.call(() -> LoginDirectory.organisationOf(command.email())).ifPresent(organisation::enter);
        Optional<String> hash =
                transaction.call(() -> Account.ofActivePerson(command.email()).map(Account::passwordHash));
        // Slow on purpose, so outside any transaction: nobody waits for the connection.
        if (hash.isEmpty()) {
            passwords.matchNobody(command.password());
            return Optional.empty();
        }
        if (!passwords.matches(command.password(), hash.get())) {
            return Optional.empty();
        }
        Optional<String> renewed =
                passwords.isWeak(hash.get()) ? Optional.of(passwords.hash(command.password())) : Optional.empty();
        return transaction.call(() -> Account.ofActivePerson(command.email())
                .filter(account -> account.passwordHash().equals(hash.get())) // not changed meanwhile
                .map(account -> {
                    renewed.ifPresent(account::rehash);
                    Session session = new Session(account.person(), device, clock.instant());
                    session.persist();
                    return tokensFor(session);
                }));
    }

    /** Empty when the token is not ours, too old, or used before; used before ends the session, for thief and owner. */
    Optional<Tokens> refresh(String refreshToken) {
        return withSession(refreshToken, presented -> {
            Instant now = clock.instant();
            if (presented.token().used()) {
                presented.session().end(now);
                return Optional.empty();
            }
            if (presented.token().expired(now) || !presented.session().open(now)) {
                return Optional.empty();
            }
            presented.token().use(now);
            presented.session().use(now);
            return Optional.of(tokensFor(presented.session()));
        });
    }

    void end(String refreshToken) {
        withSession(refreshToken, presented -> {
            presented.session().end(clock.instant());
            return Optional.empty();
        });
    }

    private record Presented(Session session, RefreshToken token) {}

    private <T> Optional<T> withSession(String refreshToken, Function<Presented, Optional<T>> use) {
        String[] parts = refreshToken == null ? new String[0] : refreshToken.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        UUID sessionId;
        try {
            organisation.enter(UUID.fromString(parts[0]));
            sessionId = UUID.fromString(parts[1]);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        return transaction.call(() -> Session.locked(sessionId)
                .flatMap(session -> RefreshToken.of(session, parts[2]).map(token -> new Presented(session, token)))
                .flatMap(use));
    }

    private Tokens tokensFor(Session session) {
        String secret = Secrets.random();
        new RefreshToken(session, secret, clock.instant()).persist();
        String refresh = organisation.id() + "." + session.id() + "." + secret;
        return new Tokens(accessTokens.forSession(session), refresh);
    }
}
