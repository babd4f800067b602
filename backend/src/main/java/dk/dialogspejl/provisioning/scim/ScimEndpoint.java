package dk.dialogspejl.provisioning.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import de.captaingoldfish.scim.sdk.common.constants.ClassPathReferences;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.complex.BulkConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ChangePasswordConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ETagConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.SortConfig;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.AuthenticationScheme;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.EndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.authorize.Authorization;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The library that reads SCIM, set up for what we keep: its schemas name no other attributes. What else is sent is left
 * out (RFC 7644, section 3.3), also in a PATCH, since Entra ID sends more than it is asked for.
 */
@Singleton
class ScimEndpoint {

    /** Resources in an answer, at most. */
    static final int MOST = 200;

    private static final Set<String> OF_USERS = Set.of(
            "id",
            "externalId",
            "userName",
            "name",
            "formatted",
            "givenName",
            "familyName",
            "displayName",
            "title",
            "preferredLanguage",
            "locale",
            "active",
            "emails",
            "groups",
            "roles",
            "value",
            "$ref",
            "display",
            "type",
            "primary");

    /** Who asks has been let in by their token already. */
    private static final Authorization BELIEVED = new Authorization() {
        @Override
        public Set<String> getClientRoles() {
            return Set.of();
        }

        @Override
        public boolean authenticate(Map<String, String> headers, Map<String, String> query) {
            return true;
        }
    };

    private final ResourceEndpoint endpoint;

    @Inject
    ScimEndpoint(UserHandler users, GroupHandler groups) {
        endpoint = new ResourceEndpoint(ServiceProvider.builder()
                .patchConfig(PatchConfig.builder()
                        .supported(true)
                        .ignoreUnknownAttributes(true)
                        .build())
                .filterConfig(
                        FilterConfig.builder().supported(true).maxResults(MOST).build())
                .eTagConfig(ETagConfig.builder().supported(true).build())
                .bulkConfig(BulkConfig.builder().supported(false).build())
                .sortConfig(SortConfig.builder().supported(false).build())
                .changePasswordConfig(
                        ChangePasswordConfig.builder().supported(false).build())
                .authenticationSchemes(List.of(AuthenticationScheme.builder()
                        .name("OAuth Bearer Token")
                        .description("OAuth 2.0 client credentials, at /oauth2/token")
                        .specUri("https://www.rfc-editor.org/info/rfc6750")
                        .type("oauthbearertoken")
                        .build()))
                .build());
        register(new EndpointDefinition(
                read(ClassPathReferences.USER_RESOURCE_TYPE_JSON),
                only(OF_USERS, read(ClassPathReferences.USER_SCHEMA_JSON)),
                List.of(only(Set.of("employeeNumber"), read(ClassPathReferences.ENTERPRISE_USER_SCHEMA_JSON))),
                users));
        register(new EndpointDefinition(
                read(ClassPathReferences.GROUP_RESOURCE_TYPE_JSON),
                read(ClassPathReferences.GROUP_SCHEMA_JSON),
                List.of(),
                groups));
    }

    /** @param headers of which it looks at the conditions; the type of the body has been checked */
    ScimResponse handle(URI uri, HttpMethod method, String body, HttpHeaders headers) {
        Map<String, String> read = new HashMap<>(Map.of(HttpHeaders.CONTENT_TYPE, ScimResource.MEDIA_TYPE));
        for (String name : List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH)) {
            if (headers.getHeaderString(name) != null) {
                read.put(name, headers.getHeaderString(name));
            }
        }
        return endpoint.handleRequest(uri.toString(), method, body, read, new Context(BELIEVED));
    }

    private void register(EndpointDefinition definition) {
        endpoint.registerEndpoint(definition).getFeatures().getETagFeature().setEnabled(true);
    }

    private static JsonNode read(String schema) {
        return JsonHelper.loadJsonDocument(schema);
    }

    private static JsonNode only(Set<String> attributes, JsonNode schema) {
        keep(attributes, schema.get("attributes"));
        return schema;
    }

    private static void keep(Set<String> names, JsonNode attributes) {
        for (Iterator<JsonNode> each = ((ArrayNode) attributes).iterator(); each.hasNext(); ) {
            JsonNode attribute = each.next();
            if (!names.contains(attribute.get("name").textValue())) {
                each.remove();
            } else if (attribute.has("subAttributes")) {
                keep(names, attribute.get("subAttributes"));
            }
        }
    }
}
