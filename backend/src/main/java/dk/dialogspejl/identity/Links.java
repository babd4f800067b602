package dk.dialogspejl.identity;

import dk.dialogspejl.identity.limits.Attempt;
import dk.dialogspejl.identity.limits.SignInLimits;
import dk.dialogspejl.organisation.Organisation;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Asks for one-time links and uses them. Works before anyone is signed in, as {@link Sessions} does. */
@ApplicationScoped
class Links {

    @Inject
    LinkMail mail;

    @Inject
    SignInLimits limits;

    @Inject
    Passwords passwords;

    @Inject
    PasswordRules rules;

    @Inject
    SecondStep secondStep;

    @Inject
    Sessions sessions;

    @Inject
    TellOwner tell;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    Clock clock;

    private record Owner(Account account, Organisation organisation) {}

    /** Nothing tells whether there is such an account. More than a few mails to one address are not sent. */
    void ask(String email, Language language, Visitor visitor) {
        mail.mustBeSetUp();
        limits.admitAddress(visitor.address());
        String login = LoginDirectory.normalised(email);
        if (limits.mayMail(login)) {
            organisation.enterNone();
            transaction.run(() -> new LinkRequest(login, language, clock.instant()).persist());
        }
    }

    LinkView read(String link, Visitor visitor) {
        Attempt attempt = limits.admitAddress(visitor.address());
        LinkView view = with(link, (good, owner) -> LinkView.of(owner.account()));
        attempt.giveBack();
        return view;
    }

    /**
     * Sets the password, ends every session and begins one. Who could read the mail is the owner, so no device is
     * known any more but this one.
     *
     * @throws ProblemException LINK_NOT_GOOD, INVALID, SECOND_FACTOR_NEEDED, SECOND_FACTOR_WRONG, TOO_MANY_ATTEMPTS
     */
    Sessions.Tokens setPassword(SetPassword command, Visitor visitor) {
        Attempt attempt = limits.admitAddress(visitor.address());
        Owner owner = with(command.link(), (good, whose) -> {
            Sessions.requirePassword();
            return whose;
        });
        rules.check(
                "password",
                command.password(),
                owner.account().person(),
                owner.account().login(),
                owner.organisation());
        String hash = passwords.hash(command.password());
        Instant now = clock.instant();
        Attempt step = limits.admitPerson(owner.account().person().id());
        Sessions.Tokens tokens = with(command.link(), (good, whose) -> {
            secondStep.check(whose.account().person(), command.code());
            good.use(now);
            if (!whose.account().isInvited()) {
                tell.that(MailKind.PASSWORD_CHANGED, whose.account().person());
            }
            whose.account().rehash(hash);
            Session.endAll(whose.account().person().id(), now);
            KnownDevice.forgetAllOf(whose.account().person());
            return sessions.begin(whose.account(), visitor);
        });
        attempt.giveBack();
        step.giveBack();
        return tokens;
    }

    private <T> T with(String link, BiFunction<OneTimeLink, Owner, T> use) {
        String[] parts = link.split("\\.");
        if (parts.length != 3) {
            throw ProblemException.of(ProblemType.LINK_NOT_GOOD);
        }
        UUID id;
        try {
            organisation.enter(UUID.fromString(parts[0]));
            id = UUID.fromString(parts[1]);
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.of(ProblemType.LINK_NOT_GOOD);
        }
        return transaction.call(() -> OneTimeLink.good(id, parts[2], clock.instant())
                .flatMap(good -> owner(good).map(owner -> use.apply(good, owner)))
                .orElseThrow(() -> ProblemException.of(ProblemType.LINK_NOT_GOOD)));
    }

    private Optional<Owner> owner(OneTimeLink good) {
        return Account.ofPerson(good.person().id())
                .map(account -> new Owner(account, Organisation.findById(organisation.id())));
    }
}
