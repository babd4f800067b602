package dk.dialogspejl.provisioning.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.http.Located;
import dk.dialogspejl.platform.http.Versioned;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team as an administrator sees it. */
@Schema(
        name = "DirectoryTeam",
        requiredProperties = {"id", "version", "name", "people", "leaders", "provisioned"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30", "version": 12, "name": "Borgerservice", "people": 14,
                 "leaders": [{"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f04", "name": "Mette Dahl"}],
                 "provisioned": true, "provisionedBy": "Entra ID"}""")
public record TeamView(
        UUID id,
        int version,
        String name,

        @Schema(description = "How many are in it, those who are deactivated too")
        int people,

        @Schema(description = "Those who are active, by name")
        List<PersonRef> leaders,

        @Schema(description = "Whether another system says what it is called and who is in it")
        boolean provisioned,

        @Schema(description = "What that system is called here, where it is known")
        String provisionedBy)
        implements Versioned, Located {

    static TeamView of(Team team, long people, String provisionedBy, List<PersonRef> leaders) {
        return new TeamView(
                team.id(), team.version(), team.name(), (int) people, leaders, team.isProvisioned(), provisionedBy);
    }

    @Override
    @JsonIgnore
    public String locatedAt() {
        return "/directory/teams/" + id;
    }
}
