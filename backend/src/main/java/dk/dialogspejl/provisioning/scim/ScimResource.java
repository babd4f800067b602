package dk.dialogspejl.provisioning.scim;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * SCIM 2.0, for the systems that people come from. Its contract is RFC 7643 and 7644 and what it says of itself at
 * {@code /ServiceProviderConfig}, {@code /ResourceTypes} and {@code /Schemas}, so it is not in ours.
 */
@Path(ScimResource.ROOT)
@RolesAllowed(Scope.PEOPLE_PROVISION) // no person has it
@Consumes({ScimResource.MEDIA_TYPE, "application/json"})
@Produces({ScimResource.MEDIA_TYPE, "application/json"})
@Transactional
public class ScimResource {

    static final String ROOT = "/scim/v2";
    static final String MEDIA_TYPE = "application/scim+json";

    private static final String KEPT = "/{type: Users|Groups}";
    private static final String ANY = "/{type: Users|Groups|ServiceProviderConfig|ResourceTypes|Schemas}";

    @Inject
    ScimEndpoint endpoint;

    @Inject
    ObjectMapper json;

    @Inject
    CurrentLanguage language;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @GET
    @Path(ANY)
    @Operation(hidden = true)
    public RestResponse<String> list(String type) {
        return answer(HttpMethod.GET, null, true);
    }

    @POST
    @Path(KEPT + "/.search")
    @Operation(hidden = true)
    public RestResponse<String> search(String type, String body) {
        return answer(HttpMethod.POST, body, true);
    }

    @GET
    @Path(ANY + "/{id}")
    @Operation(hidden = true)
    public RestResponse<String> read(String type, String id) {
        return answer(HttpMethod.GET, null);
    }

    @POST
    @Path(KEPT)
    @Operation(hidden = true)
    public RestResponse<String> create(String type, String body) {
        return answer(HttpMethod.POST, body);
    }

    @PUT
    @Path(KEPT + "/{id}")
    @Operation(hidden = true)
    public RestResponse<String> replace(String type, String id, String body) {
        return answer(HttpMethod.PUT, body);
    }

    @PATCH
    @Path(KEPT + "/{id}")
    @Operation(hidden = true)
    public RestResponse<String> change(String type, String id, String body) {
        return answer(HttpMethod.PATCH, body);
    }

    @DELETE
    @Path(KEPT + "/{id}")
    @Operation(hidden = true)
    public RestResponse<String> remove(String type, String id) {
        return answer(HttpMethod.DELETE, null);
    }

    @ServerExceptionMapper
    RestResponse<ScimError> refused(ScimRefusal refusal) {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(refusal.status()), refusal.body(language.get()))
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.get().tag())
                .build();
    }

    private RestResponse<String> answer(HttpMethod method, String body) {
        return answer(method, body, false);
    }

    /** Whatever is refused is thrown, so that nothing of it is kept. */
    private RestResponse<String> answer(HttpMethod method, String body, boolean search) {
        if (body != null) {
            mustBeJson(body);
        }
        ScimResponse answer = endpoint.handle(uri.getRequestUri(), method, body, headers);
        if (answer instanceof ErrorResponse error && error.getHttpStatus() >= 400) {
            if (error.getHttpStatus() == 500) { // not the library's own doing
                throw error.getScimException().getCause() instanceof RuntimeException ours
                        ? ours
                        : error.getScimException();
            }
            throw ScimRefusal.of(error, search);
        }
        String text = answer.toString();
        var response = RestResponse.ResponseBuilder.<String>create(answer.getHttpStatus());
        answer.getHttpHeaders().forEach((name, value) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                response.header(name, value);
            }
        });
        if (!text.isEmpty() && answer.getHttpStatus() != 204 && answer.getHttpStatus() != 304) {
            response.entity(text).header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        }
        return response.build();
    }

    /** As strictly as the rest of the service reads it: not too deep, and nothing twice. */
    private void mustBeJson(String body) {
        try {
            if (!json.readTree(body).isObject()) {
                throw ScimRefusal.invalidSyntax();
            }
        } catch (JacksonException unreadable) {
            throw ScimRefusal.invalidSyntax();
        }
    }
}
