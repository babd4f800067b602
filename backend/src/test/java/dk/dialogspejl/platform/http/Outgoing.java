package dk.dialogspejl.platform.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Operations that are to go, which the product has none of: in the tests alone, and in no contract. */
@Path("/outgoing")
@PermitAll
public class Outgoing {

    @GET
    @Discouraged(since = "2027-03-01", until = "2028-03-01", instead = "/api/docs#/rounds/listRounds")
    @Operation(operationId = "readOutgoing", hidden = true)
    public String read() {
        return "still here";
    }

    @GET
    @Path("/missing")
    @Discouraged(since = "2027-03-01", until = "2028-03-01", instead = "/api/docs#/rounds/listRounds")
    @Operation(operationId = "readMissing", hidden = true)
    public String missing() {
        throw ProblemException.notFound();
    }

    @GET
    @Path("/instead")
    @Operation(operationId = "readInstead", hidden = true)
    public String instead() {
        return "here to stay";
    }
}
