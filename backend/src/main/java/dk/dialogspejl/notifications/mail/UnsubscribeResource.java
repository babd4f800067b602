package dk.dialogspejl.notifications.mail;

import dk.dialogspejl.platform.http.Api;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where {@code List-Unsubscribe} in the head of a mail leads. */
@Path(Api.ROOT + "/unsubscribe/{link}")
@PermitAll
@Tag(name = "notifications")
public class UnsubscribeResource {

    @Inject
    Unsubscribe unsubscribe;

    @GET
    @Operation(
            operationId = "readUnsubscribe",
            summary = "Leads to the page on which one turns one's mails off",
            description = "Changes nothing, because programs follow links that they find in mails.")
    @APIResponse(responseCode = "303", description = "The page")
    public RestResponse<Void> read(String link) {
        // In the fragment, which browsers send to nobody.
        return RestResponse.seeOther(URI.create("/unsubscribe" + (Unsubscribe.isLink(link) ? "#" + link : "")));
    }

    @POST
    @Operation(operationId = "unsubscribe", summary = "Get no more mails of what one is told", description = """
                    As mail programs do it with one click (RFC 8058), and the app's own page. It needs no sign-in: the link says
                    whose mails they are. Mails about signing in still come, and in the app one is told everything. May be sent
                    again as safely.""")
    @APIResponse(responseCode = "204", description = "No more mails")
    public void stop(String link) {
        unsubscribe.by(link);
    }
}
