package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.text.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/people")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "people")
public class PersonResource {

    private static final int MOST = 20;

    @Inject
    CurrentPerson me;

    @GET
    @Operation(
            operationId = "findPeople",
            summary = "Find a colleague to be sparring partner",
            description = "Up to twenty active colleagues in the organisation, from any team, by name.")
    public List<PersonRow> find(
            @QueryParam("query")
                    @NotNull
                    @PlainText(min = 2, max = 100, guarded = false)
                    @Parameter(required = true, description = "Part of a name, two characters at least", example = "bo")
                    String query) {
        return Person.colleaguesOf(me.id(), query.strip(), MOST).stream()
                .map(PersonRow::of)
                .toList();
    }
}
