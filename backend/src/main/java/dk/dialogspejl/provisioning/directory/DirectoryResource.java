package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Effect;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.Paging;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.limits.Limit;
import dk.dialogspejl.platform.limits.RateLimits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/directory/people")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "people")
public class DirectoryResource {

    /** For one administrator at one person: enough to make up one's mind, and too few to watch somebody by. */
    private static final Limit LOOKS_AHEAD = Limit.exact("looks ahead", 20, Duration.ofDays(1));

    @Inject
    Directory directory;

    @Inject
    ChangePeople people;

    @Inject
    EntityManager entities;

    @Inject
    CurrentLanguage language;

    @Inject
    CurrentPerson me;

    @Inject
    RateLimits limits;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "listPeople",
            summary = "Everybody in the organisation, by name",
            description = "Without those who have been erased, or given up by the system that they came from.")
    public RestResponse<List<PersonView>> list(
            @Valid @BeanParam DirectoryFilter filter, @Valid @BeanParam Paging paging, UriInfo uri) {
        List<PersonView> rows = directory.page(filter, paging.start(), paging.rowsToRead());
        return paging.page(rows, row -> new Cursor(clock.instant(), row.id()), uri);
    }

    @GET
    @Path("/{personId}")
    @Operation(operationId = "getPerson", summary = "Somebody in the organisation")
    public PersonView read(UUID personId) {
        return directory.byId(personId);
    }

    @POST
    @Path("/{personId}/preview")
    @Operation(
            operationId = "previewPersonChange",
            summary = "What changing somebody would lead to",
            description = "Counts, each with a sentence. Nothing is changed.")
    public List<EffectRow> preview(UUID personId, @NotNull @Valid ChangePerson command) {
        mayLookAhead(personId);
        return told(people.foresee(inDirectory(personId), command));
    }

    @PUT
    @Path("/{personId}")
    @Operation(
            operationId = "changePerson",
            summary = "Change somebody's team, their roles and what they lead",
            description = "It holds from their next request on. Not possible where nobody would administer afterwards.")
    public PersonView change(
            UUID personId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ChangePerson command) {
        return changed(personId, ifMatch, person -> people.change(person, command));
    }

    @GET
    @Path("/{personId}/deactivate")
    @Operation(
            operationId = "previewDeactivation",
            summary = "What deactivating somebody would lead to",
            description = "Counts, each with a sentence.")
    public List<EffectRow> previewDeactivation(UUID personId) {
        mayLookAhead(personId);
        return told(people.foreseeLeaving(inDirectory(personId)));
    }

    @POST
    @Path("/{personId}/deactivate")
    @Operation(
            operationId = "deactivatePerson",
            summary = "Let somebody in no more",
            description = "They are signed out everywhere within seconds. What they wrote stays, also for them if they"
                    + " come back. Not possible where nobody would administer afterwards.")
    public PersonView deactivate(UUID personId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return changed(personId, ifMatch, people::deactivate);
    }

    @POST
    @Path("/{personId}/reactivate")
    @Operation(
            operationId = "reactivatePerson",
            summary = "Let somebody in again",
            description = "They sign in as before, and find what they had.")
    public PersonView reactivate(UUID personId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return changed(personId, ifMatch, people::reactivate);
    }

    private void mayLookAhead(UUID personId) {
        limits.count(LOOKS_AHEAD, me.id() + " " + personId);
    }

    private static Person inDirectory(UUID personId) {
        return Person.inDirectory(personId).orElseThrow(ProblemException::notFound);
    }

    private PersonView changed(UUID personId, String ifMatch, Consumer<Person> change) {
        Person person = Person.forChange(personId).orElseThrow(ProblemException::notFound);
        IfMatch.check(ifMatch, person.version(), () -> directory.byId(personId));
        change.accept(person);
        entities.flush();
        entities.refresh(person); // with the version that the database has counted
        return directory.byId(personId);
    }

    private List<EffectRow> told(List<Effect> effects) {
        return effects.stream()
                .map(effect -> EffectRow.of(effect, language.get()))
                .toList();
    }
}
