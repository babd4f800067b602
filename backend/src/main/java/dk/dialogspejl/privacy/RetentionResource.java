package dk.dialogspejl.privacy;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/retention")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "privacy")
public class RetentionResource {

    @Inject
    RemoveWhatIsDue retention;

    @GET
    @Operation(operationId = "getRetention", summary = "How long the organisation keeps what")
    public RetentionView read() {
        return RetentionView.of(RetentionPolicy.current());
    }

    @PUT
    @Audited(AuditKind.RETENTION_CHANGED)
    @Operation(
            operationId = "changeRetention",
            summary = "Choose how long the organisation keeps what",
            description = "Counts from the next night on. What has been removed does not come back.")
    public RetentionView change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ChangeRetention command) {
        RetentionPolicy policy = RetentionPolicy.forChange();
        IfMatch.check(ifMatch, policy.version(), () -> RetentionView.of(policy));
        policy.change(command);
        policy.persistAndFlush();
        return RetentionView.of(policy);
    }

    @GET
    @Path("/due")
    @Operation(operationId = "getDue", summary = "What the next night would remove", description = "A dry run.")
    public DueView due() {
        return DueView.of(retention.due());
    }
}
