package dk.dialogspejl.identity.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.dialogspejl.audit.Refusals;
import dk.dialogspejl.identity.AccessToken;
import dk.dialogspejl.identity.AccessTokens;
import dk.dialogspejl.identity.LoginDirectory;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.log.SecurityLog;
import dk.dialogspejl.platform.log.SecurityLog.Event;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

@Path(TokenResource.PATH)
@PermitAll
@Tag(name = "session")
public class TokenResource {

    static final String PATH = "/oauth2/token";
    static final String GRANT_TYPE = "client_credentials";

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    /** The error codes of RFC 6749, section 5.2, that this endpoint uses. */
    @Schema(requiredProperties = "error", example = "{\"error\": \"invalid_client\"}")
    public record OAuthError(@JsonProperty("error") String error) {}

    static final class Refused extends RuntimeException {
        final RestResponse.Status status;
        final String error;

        Refused(RestResponse.Status status, String error) {
            super(error, null, false, false);
            this.status = status;
            this.error = error;
        }

        static Refused badRequest(String error) {
            return new Refused(RestResponse.Status.BAD_REQUEST, error);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "getClientToken",
            summary = "Get an access token for an API client (OAuth 2.0 client credentials)",
            description =
                    "The client authenticates with HTTP Basic (RFC 6749, section 2.3.1). Without `scope` the token carries all scopes the client has.")
    @APIResponse(responseCode = "200", description = "The token")
    @APIResponse(
            responseCode = "400",
            description =
                    "Another grant type than `client_credentials`, a scope the client does not have, or a form that cannot be read",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OAuthError.class)))
    @APIResponse(
            responseCode = "401",
            description =
                    "Unknown client or wrong secret; also one that is revoked, has expired or calls from elsewhere",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OAuthError.class)))
    public AccessToken issue(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                                            schema = @Schema(implementation = TokenRequest.class)))
                    byte[] form,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) String authorization,
            @Context HttpServerRequest request) {
        TokenRequest asked = TokenRequest.of(form);
        if (asked.grantType() == null) {
            throw Refused.badRequest("invalid_request");
        }
        if (!GRANT_TYPE.equals(asked.grantType())) {
            throw Refused.badRequest("unsupported_grant_type");
        }
        return basicCredentials(authorization)
                .flatMap(credentials -> grant(
                        credentials, asked.scope(), request.remoteAddress().hostAddress()))
                .orElseThrow(() -> new Refused(RestResponse.Status.UNAUTHORIZED, "invalid_client"));
    }

    @ServerExceptionMapper
    RestResponse<OAuthError> refused(Refused refused) {
        var answer = RestResponse.ResponseBuilder.create(refused.status, new OAuthError(refused.error))
                .type(MediaType.APPLICATION_JSON_TYPE);
        if (refused.status == RestResponse.Status.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic");
        }
        return answer.build();
    }

    private record Credentials(String clientId, String secret) {}

    private static Optional<Credentials> basicCredentials(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String decoded = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 1 || decoded.chars().anyMatch(Character::isISOControl)
                    ? Optional.empty()
                    : Optional.of(new Credentials(decoded.substring(0, colon), decoded.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<AccessToken> grant(Credentials credentials, String scope, String address) {
        organisation.enterNone();
        return transaction
                .call(() -> LoginDirectory.organisationOf(credentials.clientId()))
                .flatMap(found -> {
                    organisation.enter(found);
                    return transaction.call(() -> ApiClient.byClientId(credentials.clientId())
                            .flatMap(client -> grant(client, credentials.secret(), scope, address)));
                });
    }

    private Optional<AccessToken> grant(ApiClient client, String secret, String scope, String address) {
        Instant now = clock.instant();
        Optional<ClientSecret> known = client.accept(secret, address, now);
        if (known.isEmpty()) {
            SecurityLog.tell(Event.SIGN_IN_FAILED, client.organisationId(), client.id());
            refusals.clientSignInFailed(client.organisationId(), client.id());
        }
        return known.map(accepted -> {
            Set<String> granted = granted(scope, client);
            accepted.use(now);
            SecurityLog.tell(Event.CLIENT_SIGNED_IN, client.organisationId(), client.id());
            return accessTokens.forClient(client.organisationId(), client.id(), accepted.id(), granted);
        });
    }

    /** Those that are asked for, where all are the client's; all of them where none is named. */
    private static Set<String> granted(String asked, ApiClient client) {
        Set<String> has = Set.copyOf(client.scopes());
        if (asked == null || asked.isBlank()) {
            return has;
        }
        Set<String> wanted = Set.copyOf(List.of(asked.strip().split(" +")));
        if (!has.containsAll(wanted)) {
            throw Refused.badRequest("invalid_scope");
        }
        return wanted;
    }
}
