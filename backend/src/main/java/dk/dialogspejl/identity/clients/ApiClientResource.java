package dk.dialogspejl.identity.clients;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.identity.LoginDirectory;
import dk.dialogspejl.identity.Network;
import dk.dialogspejl.identity.Secrets;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Idempotent;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.Paging;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.http.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/api-clients")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "integration")
public class ApiClientResource {

    @Inject
    CurrentOrganisation organisation;

    @Inject
    Clock clock;

    @GET
    @Operation(operationId = "listApiClients", summary = "The organisation's API clients, newest first")
    public RestResponse<List<ApiClientView>> list(@Valid @BeanParam Paging paging, UriInfo uri) {
        List<ApiClientView> rows = ApiClient.page(paging.start(), paging.rowsToRead()).stream()
                .map(ApiClientView::of)
                .toList();
        return paging.page(rows, row -> new Cursor(row.createdAt(), row.id()), uri);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Audited(AuditKind.API_CLIENT_CREATED)
    @Operation(
            operationId = "createApiClient",
            summary = "Add an API client",
            description = "It can do nothing until it is given a secret.")
    public ApiClientView create(@NotNull @Valid DescribeApiClient command) {
        check(command, null);
        String clientId = "client-" + UUID.randomUUID().toString().replace("-", "");
        new LoginDirectory(clientId, organisation.id()).persist();
        ApiClient client = new ApiClient(clientId, command, clock.instant());
        client.persist();
        ApiClient.getEntityManager().flush();
        return ApiClientView.of(client);
    }

    @GET
    @Path("/{clientId}")
    @Operation(operationId = "getApiClient", summary = "An API client")
    public ApiClientView read(UUID clientId) {
        return ApiClient.<ApiClient>findByIdOptional(clientId)
                .map(ApiClientView::of)
                .orElseThrow(ProblemException::notFound);
    }

    @PUT
    @Path("/{clientId}")
    @Audited(AuditKind.API_CLIENT_CHANGED)
    @Operation(
            operationId = "changeApiClient",
            summary = "Change what an API client is called and may do",
            description = "It holds for tokens that have been given too, within seconds.")
    public ApiClientView change(
            UUID clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DescribeApiClient command) {
        ApiClient client = forChange(clientId, ifMatch);
        check(command, client);
        client.change(command);
        return flushed(client);
    }

    @POST
    @Path("/{clientId}/revoke")
    @Audited(AuditKind.API_CLIENT_REVOKED)
    @Operation(
            operationId = "revokeApiClient",
            summary = "Revoke an API client for good",
            description = "Its secrets and its tokens open nothing any more, within seconds.")
    public ApiClientView revoke(UUID clientId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ApiClient client = forChange(clientId, ifMatch);
        client.revoke(clock.instant());
        return flushed(client);
    }

    /** Not {@code @Idempotent}: that would keep the secret, and another one does no harm. */
    @POST
    @Path("/{clientId}/secrets")
    @Audited(AuditKind.API_CLIENT_SECRET_ADDED)
    @Operation(
            operationId = "addApiClientSecret",
            summary = "Make a new secret for an API client",
            description = "Told once. A client has two at most, so that one can take over from the other.")
    public NewClientSecret addSecret(UUID clientId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ApiClient client = forChange(clientId, ifMatch);
        String secret = Secrets.random();
        ClientSecret added = client.addSecret(secret, clock.instant());
        ApiClient.getEntityManager().flush();
        return new NewClientSecret(added.id(), client.clientId(), secret, added.createdAt());
    }

    @DELETE
    @Path("/{clientId}/secrets/{secretId}")
    @Audited(AuditKind.API_CLIENT_SECRET_REVOKED)
    @Operation(
            operationId = "revokeApiClientSecret",
            summary = "Revoke one secret of an API client",
            description = "The tokens given for it open nothing any more, within seconds.")
    public ApiClientView revokeSecret(UUID clientId, UUID secretId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ApiClient client = forChange(clientId, ifMatch);
        client.revokeSecret(secretId, clock.instant());
        return flushed(client);
    }

    private static ApiClient forChange(UUID clientId, String ifMatch) {
        ApiClient client = ApiClient.forChange(clientId).orElseThrow(ProblemException::notFound);
        IfMatch.check(ifMatch, client.version(), () -> ApiClientView.of(client));
        return client;
    }

    private static ApiClientView flushed(ApiClient client) {
        ApiClient.getEntityManager().flush();
        return ApiClientView.of(client);
    }

    private void check(DescribeApiClient command, ApiClient before) {
        List<FieldFault> faults = new ArrayList<>();
        if (!Scope.ALL.containsAll(command.scopes())) {
            faults.add(new FieldFault("scopes", "field.scope"));
        }
        List<String> networks = command.networks() == null ? List.of() : command.networks();
        for (int i = 0; i < networks.size(); i++) {
            if (Network.parse(networks.get(i)).isEmpty()) {
                faults.add(new FieldFault("networks[" + i + "]", "field.network"));
            }
        }
        Set<UUID> teams = command.teams() == null ? Set.of() : command.teams();
        if (Team.count("id in ?1", teams) != teams.size()) {
            faults.add(new FieldFault("teams", "field.unknown-team"));
        }
        Instant expiresAt = command.expiresAt();
        if (expiresAt != null
                && !expiresAt.isAfter(clock.instant())
                && (before == null || !Objects.equals(expiresAt, before.expiresAt()))) {
            faults.add(new FieldFault("expiresAt", "field.later"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
