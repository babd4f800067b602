package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.sealing.PersonKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The second step of signing in, for those who have turned it on. */
@ApplicationScoped
class SecondStep {

    @Inject
    PersonKeys keys;

    @Inject
    TellOwner tell;

    @Inject
    Clock clock;

    /**
     * Uses the code up. Within a transaction of the person's organisation.
     *
     * @param code from the phone, or a recovery code; null while it has not been asked for
     * @throws ProblemException SECOND_FACTOR_NEEDED, SECOND_FACTOR_WRONG
     */
    void check(Person person, String code) {
        Optional<SecondFactor> factor = SecondFactor.locked(person.id()).filter(SecondFactor::confirmed);
        if (factor.isEmpty()) {
            return;
        }
        if (code == null || code.isBlank()) {
            throw ProblemException.of(ProblemType.SECOND_FACTOR_NEEDED);
        }
        TotpKey key = factor.get().key(keys.toOpen(person.id()));
        if (factor.get().accepts(code.replaceAll("\\s", ""), key, clock.instant())) {
            return;
        }
        if (!RecoveryCode.use(person, code, clock.instant())) {
            throw ProblemException.of(ProblemType.SECOND_FACTOR_WRONG);
        }
        tell.that(MailKind.RECOVERY_CODE_USED, person);
    }
}
