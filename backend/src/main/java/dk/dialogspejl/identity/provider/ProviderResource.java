package dk.dialogspejl.identity.provider;

import dk.dialogspejl.platform.http.Api;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/session/provider")
@PermitAll
@Tag(name = "session")
public class ProviderResource {

    @Inject
    ProviderSignIn signIn;

    @POST
    @Operation(
            operationId = "findProvider",
            summary = "Find the provider through which an organisation's people sign in",
            description =
                    "By the domain of an e-mail address; the answer is the same for every address of it. It is a POST so that no address stands in a URL.")
    public ProviderView find(@NotNull @Valid FindProvider command) {
        return signIn.find(command);
    }
}
