package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/me/sessions")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "session")
public class OwnSessionResource {

    private static final int MOST = 50;

    @Inject
    CurrentPerson me;

    @Inject
    CurrentSession session;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "listSessions",
            summary = "Where I am signed in",
            description = "Up to fifty sessions that have not ended, the one used last first.")
    public List<SessionRow> list() {
        return Session.openOf(me.id(), clock.instant(), MOST).stream()
                .map(open -> SessionRow.of(open, session.id()))
                .toList();
    }

    @DELETE
    @Operation(operationId = "endOtherSessions", summary = "Sign out everywhere else")
    public void endOthers() {
        Session.endOthers(me.id(), session.id(), clock.instant());
    }

    @DELETE
    @Path("/{sessionId}")
    @Operation(
            operationId = "endSession",
            summary = "Sign out from one place",
            description = "Its access token opens nothing from then on, on every instance.")
    public void end(UUID sessionId) {
        Session.openOf(me.id(), sessionId, clock.instant())
                .orElseThrow(ProblemException::notFound)
                .end(clock.instant());
    }
}
