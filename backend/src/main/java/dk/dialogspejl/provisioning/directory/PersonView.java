package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.TeamRef;
import dk.dialogspejl.platform.http.Versioned;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as an administrator sees them: who they are and what they may, and nothing of what they do. */
@Schema(
        name = "DirectoryPerson",
        requiredProperties = {"id", "version", "name", "roles", "leads", "state", "provisioned"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f04", "version": 3, "name": "Mette Dahl", "jobTitle": "Rådgiver",
                 "email": "mette@fjordby.example",
                 "team": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30", "name": "Borgerservice"},
                 "roles": ["EMPLOYEE", "LEADER"],
                 "leads": [{"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30", "name": "Borgerservice"}],
                 "state": "ACTIVE", "provisioned": true, "provisionedBy": "Entra ID"}""")
public record PersonView(
        UUID id,
        int version,
        String name,
        String jobTitle,

        @Schema(description = "What they sign in with; left out for who comes in through a provider alone")
        String email,

        TeamRef team,
        Set<Role> roles,

        @Schema(description = "The teams this person leads, by name")
        List<TeamRef> leads,

        DirectoryState state,

        @Schema(description = "Whether another system says who this is, and may change back what is changed here")
        boolean provisioned,

        @Schema(description = "What that system is called here, where it is known")
        String provisionedBy)
        implements Versioned {

    static PersonView of(Person person, String email, boolean invited, String provisionedBy, List<TeamRef> leads) {
        DirectoryState state = !person.active()
                ? DirectoryState.DEACTIVATED
                : invited ? DirectoryState.INVITED : DirectoryState.ACTIVE;
        return new PersonView(
                person.id(),
                person.version(),
                person.name(),
                person.jobTitle(),
                email,
                person.team() == null ? null : TeamRef.of(person.team()),
                person.roles(),
                leads,
                state,
                person.isProvisioned(),
                provisionedBy);
    }
}
