package dk.dialogspejl.identity;

import dk.dialogspejl.identity.limits.Attempt;
import dk.dialogspejl.identity.limits.SignInLimits;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Whoever changes how a person signs in knows the password: an open screen is not enough (ASVS 5, section 7.5). Not
 * within a transaction: passwords are slow on purpose, and nobody is to wait for its connection meanwhile.
 */
@ApplicationScoped
class ProvePassword {

    @Inject
    CurrentPerson me;

    @Inject
    SignInLimits limits;

    @Inject
    Passwords passwords;

    @Inject
    NewTransaction transaction;

    /**
     * My account, when the password is right.
     *
     * @param field where the password came from
     * @throws ProblemException INVALID, TOO_MANY_ATTEMPTS; NOT_FOUND for somebody without an account here
     */
    Account check(String field, String password) {
        Account account = transaction.call(() -> Account.ofPerson(me.id()).orElseThrow(ProblemException::notFound));
        Attempt attempt = limits.admitPerson(me.id());
        if (!account.hasPassword(password, passwords)) {
            throw ProblemException.invalid(new FieldFault(field, "field.current-password"));
        }
        attempt.giveBack();
        return account;
    }
}
