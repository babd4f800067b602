package dk.dialogspejl.identity.clients;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetadataTest extends ApiTest {

    private static final String METADATA = "/.well-known/oauth-authorization-server";

    @ConfigProperty(name = "dialogspejl.url")
    URI product;

    private static JsonPath metadata() {
        return RestAssured.given()
                .get(METADATA)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath();
    }

    /** The path of an endpoint, which is at the product's own address. */
    private String path(String endpoint) {
        URI there = URI.create(metadata().getString(endpoint));
        assertEquals(product.resolve(there.getPath()), there);
        return there.getPath();
    }

    @Test
    void the_metadata_is_found_below_the_issuer_that_it_names() {
        URI issuer = URI.create(metadata().getString("issuer"));
        assertEquals(product.resolve(METADATA), URI.create(issuer + METADATA));
    }

    @Test
    void who_asks_at_another_address_is_told_the_same() {
        RestAssured.given()
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .get(METADATA)
                .then()
                .statusCode(200)
                .body("issuer", equalTo(metadata().getString("issuer")));
    }

    @Test
    void a_client_gets_a_token_by_what_the_metadata_says_and_the_token_names_the_same_issuer() {
        JsonPath says = metadata();
        Employee erik = given.aWorkplace().erik();
        String client = "/api-clients/"
                + erik.creates("/api-clients", Map.of("name", "HR", "scopes", says.getList("scopes_supported")));
        var secret = erik.sends("POST", client + "/secrets", erik.etag(client), null)
                .statusCode(200)
                .extract();
        assertEquals(List.of("client_secret_basic"), says.getList("token_endpoint_auth_methods_supported"));
        String token = RestAssured.given()
                .auth()
                .preemptive()
                .basic(secret.path("clientId"), secret.path("secret"))
                .formParam("grant_type", says.getString("grant_types_supported[0]"))
                .formParam("scope", String.join(" ", says.<String>getList("scopes_supported")))
                .post(path("token_endpoint"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        String[] parts = token.split("\\.");
        assertEquals(says.getString("issuer"), decoded(parts[1]).getString("iss"));
        RestAssured.given()
                .get(path("jwks_uri"))
                .then()
                .statusCode(200)
                .body("keys[0].kid", equalTo(decoded(parts[0]).getString("kid")));
    }

    @Test
    void it_names_what_there_is_and_nothing_else() {
        RestAssured.given()
                .get(METADATA)
                .then()
                .body("scopes_supported", equalTo(Scope.ALL.stream().sorted().toList()))
                .body("response_types_supported", empty());
        RestAssured.given().get(path("service_documentation")).then().statusCode(200);
    }

    private static JsonPath decoded(String part) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
