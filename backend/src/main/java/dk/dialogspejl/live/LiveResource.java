package dk.dialogspejl.live;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.broadcast.Broadcast;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.Rounds;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path(Api.ROOT + "/rounds/{roundId}")
@RolesAllowed(Role.IS_EMPLOYEE)
@Tag(name = "rounds")
public class LiveResource {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    JsonWebToken token;

    @Inject
    Rooms rooms;

    @Inject
    Broadcast broadcast;

    @Inject
    NewTransaction transaction;

    /** Not transactional itself: that would last as long as the stream, and hold a connection to the database. */
    @GET
    @Path("/live")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            operationId = "listenToRound",
            summary = "Hear at once when the round changes, and who else has it open",
            description =
                    "Each message is one `LiveEvent` as JSON. The stream ends when the access token does, and when"
                            + " the participants change; open it again then, and read what you show after its first event.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = LiveEvent.class)))
    public Multi<LiveEvent> listen(UUID roundId) {
        Instant until = Instant.ofEpochSecond(token.getExpirationTime());
        Listener listener = rooms.open(new RoundKey(organisation.id(), roundId), me.id(), until);
        try {
            Map<UUID, PersonRef> readers = transaction.call(
                    () -> Rounds.readersOf(Rounds.visibleTo(me.id()).byId(roundId)));
            rooms.admit(listener, readers);
        } catch (RuntimeException e) {
            listener.endNow();
            throw e;
        }
        return Multi.createFrom().publisher(listener);
    }

    @PUT
    @Path("/presence")
    @Transactional
    @Operation(
            operationId = "tellPresence",
            summary = "Tell what I am writing in, to the other if they have the round open",
            description = "Seen only while I listen to the round myself, and kept nowhere; so there is nothing that an"
                    + " `If-Match` could name.")
    public void tellPresence(UUID roundId, @NotNull @Valid TellPresence command) {
        Round round = Rounds.visibleTo(me.id()).byId(roundId);
        broadcast.send(List.of(
                new LiveMessage.Writing(new RoundKey(organisation.id(), round.id()), me.id(), command.field()).text()));
    }
}
