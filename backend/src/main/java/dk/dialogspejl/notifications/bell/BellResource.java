package dk.dialogspejl.notifications.bell;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.http.Api;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path(Api.ROOT + "/me/notifications/live")
@RolesAllowed(Role.IS_EMPLOYEE)
@Tag(name = "notifications")
public class BellResource {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    JsonWebToken token;

    @Inject
    Bells bells;

    /** Not transactional: that would last as long as the stream. */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            operationId = "listenToNotifications",
            summary = "Hear at once that there is something new for me",
            description = "Each message is one `BellEvent` as JSON. The stream ends when the access token does; open it"
                    + " again then.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = BellEvent.class)))
    public Multi<BellEvent> listen() {
        return bells.open(organisation.id(), me.id(), Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
