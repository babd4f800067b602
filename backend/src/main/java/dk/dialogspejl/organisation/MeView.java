package dk.dialogspejl.organisation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The person who is signed in. */
@Schema(
        requiredProperties = {"id", "name", "organisation", "roles", "leads"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Anna Holm", "jobTitle": "Borgerservicemedarbejder",
                 "organisation": "Fjordby Kommune", "team": "Borgerservice", "roles": ["EMPLOYEE"], "leads": []}""")
public record MeView(
        UUID id,
        String name,
        String jobTitle,
        String organisation,
        @Schema(description = "Name of the team") String team,
        Set<Role> roles,

        @Schema(description = "The teams this person leads, by name")
        List<TeamRef> leads) {

    static MeView of(Person person, Organisation organisation, List<Team> leads) {
        return new MeView(
                person.id(),
                person.name(),
                person.jobTitle(),
                organisation.name(),
                person.team() == null ? null : person.team().name(),
                person.roles(),
                leads.stream().map(TeamRef::of).toList());
    }
}
