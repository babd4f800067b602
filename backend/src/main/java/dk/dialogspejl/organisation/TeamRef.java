package dk.dialogspejl.organisation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team, where it is mentioned. */
@Schema(
        requiredProperties = {"id", "name"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Borgerservice"}""")
public record TeamRef(UUID id, String name) {

    public static TeamRef of(Team team) {
        return new TeamRef(team.id(), team.name());
    }
}
