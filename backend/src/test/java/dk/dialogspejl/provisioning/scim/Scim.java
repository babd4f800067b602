package dk.dialogspejl.provisioning.scim;

import dk.dialogspejl.testing.Employee;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.parsing.Parser;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system that people come from, as it speaks SCIM. */
record Scim(Employee client) {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    RequestSpecification asks() {
        RequestSpecification request = RestAssured.given()
                .basePath("/scim/v2")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(ScimResource.MEDIA_TYPE, ContentType.JSON)
                                .defaultContentCharset(StandardCharsets.UTF_8))
                        .decoderConfig(DecoderConfig.decoderConfig().defaultContentCharset(StandardCharsets.UTF_8)))
                .accept(ScimResource.MEDIA_TYPE);
        return client.token() == null ? request : request.header("Authorization", "Bearer " + client.token());
    }

    ValidatableResponse gets(String path) {
        return answer(asks().get(path));
    }

    ValidatableResponse finds(String type, String filter) {
        return answer(asks().queryParam("filter", filter).get(type)).statusCode(200);
    }

    ValidatableResponse sends(String method, String path, Object body) {
        return sends(method, path, body, Map.of());
    }

    ValidatableResponse sends(String method, String path, Object body, Map<String, ?> headers) {
        RequestSpecification request = asks().headers(headers);
        if (body != null) {
            request.contentType(ScimResource.MEDIA_TYPE).body(body);
        }
        return answer(request.request(method, path));
    }

    ValidatableResponse patches(String path, Object... operations) {
        return sends("PATCH", path, Map.of("schemas", List.of(PATCH), "Operations", List.of(operations)));
    }

    String creates(String path, Object body) {
        return sends("POST", path, body).statusCode(201).extract().path("id");
    }

    String makesGroup(String name, String... members) {
        return creates(
                "/Groups",
                Map.of(
                        "schemas",
                        List.of(GROUP),
                        "displayName",
                        name,
                        "members",
                        Stream.of(members).map(id -> Map.of("value", id)).toList()));
    }

    static Map<String, Object> operation(String op, String path, Object value) {
        return path == null
                ? Map.of("op", op, "value", value)
                : value == null ? Map.of("op", op, "path", path) : Map.of("op", op, "path", path, "value", value);
    }

    private static ValidatableResponse answer(io.restassured.response.Response response) {
        return response.then().parser(ScimResource.MEDIA_TYPE, Parser.JSON);
    }
}
