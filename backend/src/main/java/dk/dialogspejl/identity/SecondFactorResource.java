package dk.dialogspejl.identity;

import dk.dialogspejl.identity.SecondFactorCommands.Code;
import dk.dialogspejl.identity.SecondFactorCommands.Proof;
import dk.dialogspejl.identity.SecondFactorView.Enrolment;
import dk.dialogspejl.identity.SecondFactorView.RecoveryCodes;
import dk.dialogspejl.identity.limits.Attempt;
import dk.dialogspejl.identity.limits.SignInLimits;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.sealing.PersonKeys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/me/second-factor")
@RolesAllowed(Role.IS_EMPLOYEE)
@Tag(name = "session")
public class SecondFactorResource {

    private static final Set<Role> RECOMMENDED = EnumSet.of(Role.LEADER, Role.ADMINISTRATOR);

    @Inject
    CurrentPerson me;

    @Inject
    ProvePassword proof;

    @Inject
    SignInLimits limits;

    @Inject
    PersonKeys keys;

    @Inject
    TellOwner tell;

    @Inject
    NewTransaction transaction;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(operationId = "getSecondFactor", summary = "Whether signing in takes a code from my phone")
    public SecondFactorView read() {
        Person person = Person.activeById(me.id()).orElseThrow(ProblemException::notFound);
        Optional<SecondFactor> factor = SecondFactor.of(me.id());
        return new SecondFactorView(
                factor.map(SecondFactor::confirmedAt).orElse(null),
                !Collections.disjoint(person.roles(), RECOMMENDED),
                RecoveryCode.leftOf(me.id()));
    }

    @POST
    @Operation(
            operationId = "startSecondFactor",
            summary = "Get what an app on my phone makes its codes from",
            description = "Nothing changes until a code of it has been confirmed.")
    public Enrolment start(@NotNull @Valid Proof command) {
        Account account = proof.check("password", command.password());
        TotpKey key = TotpKey.random();
        return transaction.call(() -> {
            SecondFactor.locked(me.id()).ifPresent(earlier -> {
                if (earlier.confirmed()) {
                    throw ProblemException.stepNotPossible(List.of(SecondFactor.Condition.SECOND_FACTOR_ON));
                }
                earlier.delete();
                earlier.flush();
            });
            SecondFactor factor = new SecondFactor(account.person());
            factor.persistAndFlush();
            factor.give(key, keys.toSeal(me.id()));
            return new Enrolment(key.text(), key.uri(account.login()));
        });
    }

    @POST
    @Path("/confirmation")
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Turn it on, with a first code from the phone",
            description = "Answers recovery codes, this one time.")
    public RecoveryCodes confirm(@NotNull @Valid Code command) {
        Attempt attempt = limits.admitPerson(me.id());
        RecoveryCodes codes = transaction.call(() -> {
            SecondFactor factor = SecondFactor.locked(me.id())
                    .filter(started -> !started.confirmed())
                    .orElseThrow(ProblemException::notFound);
            TotpKey key = factor.key(keys.toOpen(me.id()));
            if (!factor.accepts(command.code().replaceAll("\\s", ""), key, clock.instant())) {
                throw ProblemException.invalid(new FieldFault("code", "field.code"));
            }
            factor.confirm(clock.instant());
            Person person = Person.findById(me.id());
            tell.that(MailKind.SECOND_FACTOR_ON, person);
            return new RecoveryCodes(RecoveryCode.renew(person));
        });
        attempt.giveBack();
        return codes;
    }

    @POST
    @Path("/recovery-codes")
    @Operation(operationId = "renewRecoveryCodes", summary = "Get new recovery codes in place of those there are")
    public RecoveryCodes renew(@NotNull @Valid Proof command) {
        Account account = proof.check("password", command.password());
        return transaction.call(() -> {
            SecondFactor.locked(me.id()).filter(SecondFactor::confirmed).orElseThrow(ProblemException::notFound);
            return new RecoveryCodes(RecoveryCode.renew(account.person()));
        });
    }

    @POST
    @Path("/removal")
    @Operation(operationId = "removeSecondFactor", summary = "Turn it off")
    @APIResponse(responseCode = "204", description = "Signing in takes the password alone")
    public void remove(@NotNull @Valid Proof command) {
        Account account = proof.check("password", command.password());
        transaction.run(() -> {
            SecondFactor.locked(me.id()).ifPresent(factor -> {
                factor.delete();
                if (factor.confirmed()) {
                    tell.that(MailKind.SECOND_FACTOR_OFF, account.person());
                }
            });
            RecoveryCode.forgetAllOf(account.person());
        });
    }
}
