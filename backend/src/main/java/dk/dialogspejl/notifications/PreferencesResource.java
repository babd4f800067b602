package dk.dialogspejl.notifications;

import dk.dialogspejl.notifications.mail.DigestMail;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/me/notification-preferences")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "notifications")
public class PreferencesResource {

    @Inject
    CurrentPerson me;

    @Inject
    DigestMail mail;

    @GET
    @Operation(operationId = "getNotificationPreferences", summary = "What I get mails about, and how soon")
    public PreferencesView read() {
        return PreferencesView.of(NotificationPreference.of(me.id()), mail.isSetUp());
    }

    @PUT
    @Operation(
            operationId = "changeNotificationPreferences",
            summary = "Choose what I get mails about, and how soon",
            description = "From now on; what waits for a mail already comes as it was to.")
    public PreferencesView change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ChangePreferences command) {
        // Locked, so that two first choices do not come at once.
        Person person = Person.<Person>find("id = ?1 and active", me.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
        NotificationPreference kept = NotificationPreference.of(me.id());
        IfMatch.check(ifMatch, kept.version(), () -> PreferencesView.of(kept, mail.isSetUp()));
        if (command.language() != kept.language()
                && !OrganisationRules.current().languages().contains(command.language())) {
            throw ProblemException.invalid(new FieldFault("language", "field.language-not-offered"));
        }
        NotificationPreference preference = kept.isKept() ? kept : new NotificationPreference(person);
        preference.change(command);
        preference.persistAndFlush();
        return PreferencesView.of(preference, mail.isSetUp());
    }
}
