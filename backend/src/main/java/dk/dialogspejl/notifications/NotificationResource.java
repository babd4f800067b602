package dk.dialogspejl.notifications;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Paging;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/me/notifications")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "notifications")
public class NotificationResource {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "listNotifications",
            summary = "What I am told, newest first",
            description = "About the rounds I take part in, for half a year. Never what anybody wrote.")
    public RestResponse<List<NotificationRow>> list(@Valid @BeanParam Paging paging, UriInfo uri) {
        List<NotificationRow> rows = Notification.page(me.id(), paging.start(), paging.rowsToRead()).stream()
                .map(notification -> NotificationRow.of(notification, language.get()))
                .toList();
        return paging.page(rows, row -> new Cursor(row.at(), row.id()), uri);
    }

    @GET
    @Path("/unread")
    @Operation(operationId = "countUnreadNotifications", summary = "How much of it I have not read")
    public UnreadCount unread() {
        return new UnreadCount(Notification.countUnread(me.id()));
    }

    @POST
    @Path("/{notificationId}/read")
    @Operation(operationId = "readNotification", summary = "I have read this")
    @APIResponse(responseCode = "204", description = "Noted")
    public void read(UUID notificationId) {
        Notification.own(notificationId, me.id())
                .orElseThrow(ProblemException::notFound)
                .read(clock.instant());
    }

    @POST
    @Path("/read")
    @Operation(operationId = "readNotifications", summary = "I have read everything up to here")
    @APIResponse(responseCode = "204", description = "Noted")
    public void readAll(@NotNull @Valid ReadUntil command) {
        Notification.readUntil(me.id(), command.until(), clock.instant());
    }
}
