package dk.dialogspejl.organisation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A colleague in a search for a partner: enough to recognise them by, and no more. */
@Schema(
        requiredProperties = {"id", "name"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund",
                 "jobTitle": "Borgerservicemedarbejder", "team": "Borgerservice"}""")
public record PersonRow(
        UUID id,
        String name,
        String jobTitle,
        @Schema(description = "Name of the team") String team) {

    static PersonRow of(Person person) {
        return new PersonRow(
                person.id(),
                person.name(),
                person.jobTitle(),
                person.team() == null ? null : person.team().name());
    }
}
