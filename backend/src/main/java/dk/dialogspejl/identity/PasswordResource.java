package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Organisation;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/me/password")
@RolesAllowed(Role.IS_EMPLOYEE)
@Tag(name = "session")
public class PasswordResource {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentSession session;

    @Inject
    ProvePassword proof;

    @Inject
    Passwords passwords;

    @Inject
    PasswordRules rules;

    @Inject
    TellOwner tell;

    @Inject
    NewTransaction transaction;

    @Inject
    Clock clock;

    /** Not one transaction, see {@link ProvePassword}. */
    @PUT
    @Operation(
            operationId = "changePassword",
            summary = "Change my password",
            description = "Needs the present one, signs me out everywhere else, and is told me by mail.")
    public void change(@NotNull @Valid ChangePassword command) {
        Account account = proof.check("currentPassword", command.currentPassword());
        Organisation organisation = transaction.call(() -> Organisation.findById(account.organisationId()));
        rules.check("newPassword", command.newPassword(), account.person(), account.login(), organisation);
        String hash = passwords.hash(command.newPassword());
        transaction.run(() -> {
            Account.ofPerson(me.id()).orElseThrow(ProblemException::notFound).rehash(hash);
            Session.endOthers(me.id(), session.id(), clock.instant());
            tell.that(MailKind.PASSWORD_CHANGED, account.person());
        });
    }
}
