package dk.dialogspejl.identity;

import dk.dialogspejl.audit.Refusals;
import dk.dialogspejl.identity.limits.Attempt;
import dk.dialogspejl.identity.limits.SignInLimits;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.SignInMethod;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.log.SecurityLog;
import dk.dialogspejl.platform.log.SecurityLog.Event;
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
    SignInLimits limits;

    @Inject
    Refusals refusals;

    @Inject
    SecondStep secondStep;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Clock clock;

    /**
     * A new pair; the refresh token reads {@code organisation.session.secret}.
     *
     * @param device the secret of the device, null where it is not to be told anew
     */
    record Tokens(AccessToken access, String refresh, String device) {}

    private record Found(Optional<String> hash, Optional<UUID> device) {}

    /**
     * @throws ProblemException SIGN_IN_FAILED for an unknown address and for a wrong password alike, after the same work
     *     and against the same limits; SECOND_FACTOR_NEEDED, SECOND_FACTOR_WRONG; TOO_MANY_ATTEMPTS
     */
    Tokens begin(SignIn command, Visitor visitor) {
        String login = LoginDirectory.normalised(command.email());
        organisation.enterNone();
        transaction.call(() -> LoginDirectory.organisationOf(login)).ifPresent(organisation::enter);
        Found found = transaction.call(() -> new Found(
                Account.ofActivePerson(login).map(Account::passwordHash),
                KnownDevice.of(login, visitor.deviceSecret(), clock.instant()).map(KnownDevice::id)));
        Attempt attempt = limits.admit(login, found.device(), visitor.address());
        // Slow on purpose, so outside any transaction: nobody waits for the connection.
        String hash = found.hash().orElseGet(passwords::hashOfNobody);
        if (!passwords.matches(command.password(), hash)) {
            SecurityLog.tell(Event.SIGN_IN_FAILED, organisation.id(), null);
            refusals.signInFailed(organisation.id());
            throw ProblemException.of(ProblemType.SIGN_IN_FAILED);
        }
        Optional<String> renewed =
                passwords.isWeak(hash) ? Optional.of(passwords.hash(command.password())) : Optional.empty();
        Tokens tokens;
        try {
            tokens = transaction
                    .call(() -> Account.ofActivePerson(login)
                            .filter(account -> hash.equals(account.passwordHash())) // not changed meanwhile
                            .map(account -> {
                                requirePassword();
                                secondStep.check(account.person(), command.code());
                                renewed.ifPresent(account::rehash);
                                return begin(account, visitor);
                            }))
                    .orElseThrow(() -> ProblemException.of(ProblemType.SIGN_IN_FAILED));
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.SECOND_FACTOR_NEEDED) {
                attempt.giveBack(); // half way: what failed before still counts
            }
            throw problem;
        }
        attempt.giveBack();
        return tokens;
    }

    /**
     * Only whoever knows the password is told.
     *
     * @throws ProblemException PASSWORD_NOT_USED where the organisation signs in otherwise
     */
    static void requirePassword() {
        if (!OrganisationRules.current().signInBy(SignInMethod.PASSWORD)) {
            throw ProblemException.of(ProblemType.PASSWORD_NOT_USED);
        }
    }

    /** For somebody who has proved who they are. Within a transaction of their organisation. */
    Tokens begin(Account account, Visitor visitor) {
        Instant now = clock.instant();
        Session session = new Session(account.person(), visitor.device(), now);
        session.persist();
        SecurityLog.tell(Event.SIGNED_IN, organisation.id(), account.person().id());
        String secret = visitor.deviceSecret() == null ? Secrets.random() : visitor.deviceSecret();
        KnownDevice.of(account.login(), secret, now)
                .ifPresentOrElse(
                        known -> known.use(now), () -> new KnownDevice(account.person(), secret, now).persist());
        return tokensFor(session, secret);
    }

    /** For somebody proven in another way, in the organisation that has been entered. Empty for who has left it. */
    Optional<Tokens> begin(UUID personId, Visitor visitor) {
        return transaction.call(() -> Person.activeById(personId).map(person -> {
            Session session = new Session(person, visitor.device(), clock.instant());
            session.persist();
            SecurityLog.tell(Event.SIGNED_IN, organisation.id(), person.id());
            return tokensFor(session, null);
        }));
    }

    /** Empty when the token is not ours, too old, or used before; used before ends the session, for thief and owner. */
    Optional<Tokens> refresh(String refreshToken) {
        return withSession(refreshToken, presented -> {
            Instant now = clock.instant();
            if (presented.token().used()) {
                UUID person = presented.session().person().id();
                SecurityLog.tell(Event.REFRESH_TOKEN_REUSED, organisation.id(), person);
                refusals.sessionCopied(organisation.id(), person);
                presented.session().end(now);
                return Optional.empty();
            }
            if (presented.token().expired(now) || !presented.session().open(now)) {
                return Optional.empty();
            }
            presented.token().use(now);
            presented.session().use(now);
            return Optional.of(tokensFor(presented.session(), null));
        });
    }

    void end(String refreshToken) {
        withSession(refreshToken, presented -> {
            presented.session().end(clock.instant());
            SecurityLog.tell(
                    Event.SIGNED_OUT,
                    organisation.id(),
                    presented.session().person().id());
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

    private Tokens tokensFor(Session session, String deviceSecret) {
        String secret = Secrets.random();
        new RefreshToken(session, secret, clock.instant()).persist();
        String refresh = organisation.id() + "." + session.id() + "." + secret;
        return new Tokens(accessTokens.forSession(session), refresh, deviceSecret);
    }
}
