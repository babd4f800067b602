package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path(Api.ROOT + "/me/data")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "privacy")
public class MyDataResource {

    @Inject
    CollectMyData collect;

    @Inject
    CurrentLanguage language;

    @GET
    @Operation(
            operationId = "getMyData",
            summary = "Everything that is kept about me, to keep or to take elsewhere",
            description = "Reading what others shared with me is written into their access logs, here as elsewhere.")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"dialogspejl.json\"")
    public MyData read() {
        return collect.collect();
    }

    @GET
    @Path("/page")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "getMyDataPage",
            summary = "The same as a page to read, in my language, complete in itself")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"dialogspejl.html\"")
    public String readPage() {
        return new MyDataPage(collect.collect(), language.get()).html();
    }
}
