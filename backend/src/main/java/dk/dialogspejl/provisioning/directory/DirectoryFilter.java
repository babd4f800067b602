package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.text.PlainText;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which people are asked for: each parameter that is there leaves some out. */
public class DirectoryFilter {

    @QueryParam("query")
    @PlainText(min = 1, max = 100, guarded = false)
    @Parameter(description = "Part of a name or of an address", example = "dahl")
    public String query;

    @QueryParam("team")
    @Parameter(description = "Only those in this team")
    public UUID team;

    @QueryParam("role")
    @Parameter(description = "Only those who have this role")
    public Role role;

    @QueryParam("state")
    @Parameter(description = "Only these")
    public DirectoryState state;
}
