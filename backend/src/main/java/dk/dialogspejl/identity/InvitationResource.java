package dk.dialogspejl.identity;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.AuditTrail;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/invitations")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "people")
public class InvitationResource {

    @Inject
    CurrentOrganisation organisation;

    @Inject
    CurrentLanguage language;

    @Inject
    LinkMail mail;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @POST
    @Operation(
            operationId = "invitePerson",
            summary = "Give somebody an account, by a link in a mail",
            description = "Who has not accepted yet is sent a new link; name and roles then stay as they were.")
    @APIResponse(responseCode = "204", description = "The mail is on its way")
    public void invite(@NotNull @Valid InvitePerson command) {
        mail.mustBeSetUp();
        String login = LoginDirectory.normalised(command.email());
        Optional<Account> already = Account.ofActivePerson(login);
        if (already.isPresent() && !already.get().isInvited()) {
            throw taken();
        }
        Person person = already.map(Account::person).orElseGet(() -> begin(command, login));
        trail.tell(AuditKind.PERSON_INVITED, person.id());
        new LinkRequest(login, language.get(), clock.instant()).persist();
    }

    private Person begin(InvitePerson command, String login) {
        if (LoginDirectory.organisationOf(login).isPresent()) {
            throw taken();
        }
        Set<Role> roles = command.grantedRoles() == null ? Set.of() : command.grantedRoles();
        Person person = new Person(command.name().strip(), command.jobTitle(), null, null, roles);
        person.persist();
        new LoginDirectory(login, organisation.id()).persist();
        new Account(person, login, null).persist();
        if (person.roles().size() > 1) {
            trail.tell(AuditKind.ROLES_CHANGED, person.id());
        }
        return person;
    }

    private static ProblemException taken() {
        return ProblemException.invalid(new FieldFault("email", "field.email-taken"));
    }
}
