package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/me")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "people")
public class MeResource {

    @Inject
    CurrentPerson me;

    @GET
    @Operation(operationId = "getMe", summary = "Who am I, and what may I do")
    public MeView read() {
        Person person = Person.activeById(me.id()).orElseThrow(ProblemException::notFound);
        Organisation organisation = Organisation.findById(person.organisationId());
        return MeView.of(person, organisation, TeamLeadership.teamsLedBy(person.id()), OrganisationRules.current());
    }
}
