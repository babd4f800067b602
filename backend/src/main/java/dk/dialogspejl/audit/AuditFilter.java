package dk.dialogspejl.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries are asked for: each parameter that is there leaves some out. */
public class AuditFilter {

    @QueryParam("kind")
    @Parameter(description = "Only these kinds")
    public Set<AuditKind> kinds;

    @QueryParam("by")
    @Parameter(description = "Only by this person or API client")
    public UUID by;

    @QueryParam("from")
    @Parameter(description = "Only from then on")
    public Instant from;

    @QueryParam("until")
    @Parameter(description = "Only before then")
    public Instant until;
}
