package dk.dialogspejl.provisioning.csv;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Idempotent;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.provisioning.csv.ImportPlan.Planned;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/people/import")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Consumes(PeopleImportResource.CSV)
@Transactional
@Tag(name = "people")
public class PeopleImportResource {

    static final String CSV = "text/csv";

    private static final String FILE = "navn;e-mail;medarbejdernummer;team;rolle;sprog\r\n"
            + "Mette Dahl;mette@fjordby.example;1207;Borgerservice;medarbejder;dansk\r\n";

    @Inject
    PlanImport plan;

    @Inject
    CarryOutImport carryOut;

    @Inject
    EntityManager entities;

    @POST
    @Path("/preview")
    @Operation(
            operationId = "previewPeopleImport",
            summary = "What importing a file of people would do, row by row",
            description = "Nothing is stored. UTF-8 or Windows-1252, with semicolons, commas or tabs, and a heading of"
                    + " Danish or English names; name and e-mail must be there. People are known again by their employee"
                    + " number, else by their address. An empty cell leaves what is there, and `-` empties it.")
    public ImportPreview preview(
            @QueryParam("absent")
                    @DefaultValue("KEEP")
                    @Parameter(description = "What becomes of the people who are not in the file")
                    Absent absent,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = SchemaType.STRING),
                                            example = FILE))
                    byte[] file) {
        return plan.of(PeopleFile.of(file), absent).preview();
    }

    @POST
    @Idempotent
    @Audited(AuditKind.PEOPLE_IMPORTED)
    @Operation(
            operationId = "importPeople",
            summary = "Import a file of people, just as it was previewed",
            description = "All of it or nothing. Where it would do something else by now, the answer is 412 with a new"
                    + " preview. Sign-in of whoever is deactivated ends at once.")
    public ImportedPeople importPeople(
            @QueryParam("preview")
                    @NotNull
                    @Pattern(regexp = "[0-9a-f]{64}")
                    @Parameter(required = true, description = "The `digest` of the preview")
                    String preview,
            @QueryParam("absent") @DefaultValue("KEEP") @Parameter(description = "As it was previewed") Absent absent,
            @QueryParam("invite")
                    @DefaultValue("false")
                    @Parameter(description = "Whether those who are new are sent a link to choose a password by")
                    boolean invite,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = SchemaType.STRING),
                                            example = FILE))
                    byte[] file) {
        PeopleFile read = PeopleFile.of(file);
        Person.lockWithAdministrators(plan.of(read, absent).rows().stream()
                .map(Planned::before)
                .filter(Objects::nonNull)
                .map(known -> known.person().id())
                .toList());
        entities.clear();
        ImportPlan now = plan.of(read, absent);
        if (!now.digest().equals(preview)) {
            throw ProblemException.stale(now.preview());
        }
        if (!now.faults().isEmpty()) {
            throw ProblemException.stepNotPossible(Set.of(ImportCondition.FILE_WITH_FAULTS));
        }
        return carryOut.carryOut(now, invite);
    }
}
