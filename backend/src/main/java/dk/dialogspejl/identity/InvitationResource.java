package dk.dialogspejl.identity;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.AuditTrail;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.SignInMethod;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Paging;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

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
    Logins logins;

    @Inject
    SignInData signIn;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "listInvitations",
            summary = "Who has been invited and has not come in yet, invited last first",
            description = "Also those whose link no longer works.")
    public RestResponse<List<InvitationRow>> list(@Valid @BeanParam Paging paging, UriInfo uri) {
        boolean byLink = OrganisationRules.current().signInBy(SignInMethod.PASSWORD);
        List<InvitationRow> rows = Account.invitations(paging.start(), paging.rowsToRead()).stream()
                .map(account -> InvitationRow.of(account, byLink, clock.instant()))
                .toList();
        return paging.page(rows, row -> new Cursor(row.invitedAt(), row.person().id()), uri);
    }

    @POST
    @Operation(
            operationId = "invitePerson",
            summary = "Give somebody an account, by a mail that says how to come in",
            description =
                    "With a link to choose a password by, or through the organisation's provider where passwords"
                            + " are not used. Who has not accepted yet is sent a new one; name and roles then stay as they were.")
    @APIResponse(responseCode = "204", description = "The mail is on its way")
    public void invite(@NotNull @Valid InvitePerson command) {
        String login = LoginDirectory.normalised(command.email());
        Optional<Account> already = Account.ofActivePerson(login);
        if (already.isPresent() && !already.get().isInvited()) {
            throw taken();
        }
        Account account = already.orElseGet(() -> begin(command, login));
        trail.tell(AuditKind.PERSON_INVITED, account.person().id());
        send(account);
    }

    @POST
    @Path("/{personId}/resend")
    @Audited(AuditKind.PERSON_INVITED)
    @Operation(
            operationId = "resendInvitation",
            summary = "Send somebody who has not come in yet a new invitation",
            description = "The links they were sent before go on to work until they have used one.")
    @APIResponse(responseCode = "204", description = "The mail is on its way")
    public void resend(UUID personId) {
        send(Account.invitationOf(personId));
    }

    @DELETE
    @Path("/{personId}")
    @Audited(AuditKind.PERSON_DEACTIVATED)
    @Operation(
            operationId = "revokeInvitation",
            summary = "Take back an invitation that has not been accepted",
            description =
                    "No link of it works any more, and the address is free. The person is deactivated, so that they"
                            + " can be erased; what follows for rounds is what it is for anybody who is.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public void revoke(UUID personId) {
        Person person = Account.invitationOf(personId).person();
        signIn.remove(List.of(personId));
        person.beActive(false);
    }

    private void send(Account account) {
        logins.invite(List.of(account.login()), language.get());
    }

    private Account begin(InvitePerson command, String login) {
        if (LoginDirectory.organisationOf(login).isPresent()) {
            throw taken();
        }
        Set<Role> roles = command.grantedRoles() == null ? Set.of() : command.grantedRoles();
        Person person = new Person(command.name().strip(), command.jobTitle(), null, null, roles);
        person.persist();
        new LoginDirectory(login, organisation.id()).persist();
        Account account = new Account(person, login, null);
        account.persist();
        if (person.roles().size() > 1) {
            trail.tell(AuditKind.ROLES_CHANGED, person.id());
        }
        return account;
    }

    private static ProblemException taken() {
        return ProblemException.invalid(new FieldFault("email", "field.email-taken"));
    }
}
