package dk.dialogspejl.identity.provider;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Workplace;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An organisation that signs in through its own provider, and its people. */
abstract class ProviderTest extends ApiTest {

    @Inject
    Trust trust;

    TestProvider provider;
    Workplace work;

    @BeforeEach
    void anOrganisationWithAProvider() throws SQLException {
        provider = new TestProvider();
        work = given.aWorkplace();
        trust.trust(work.organisation(), provider.issuer, domain(work), FirstSignIn.INVITED);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    /** Of its people's addresses. */
    static String domain(Workplace work) {
        return work.organisation() + ".example";
    }

    /** As a browser that has come back from the provider. */
    static Response signIn(String issuer) {
        return signIn(issuer, Map.of());
    }

    static Response signIn(String issuer, Map<String, String> changed) {
        Map<String, String> body = new HashMap<>(Map.of(
                "issuer",
                issuer,
                "code",
                "kode",
                "codeVerifier",
                TestProvider.VERIFIER,
                "nonce",
                TestProvider.NONCE,
                "redirectUri",
                "http://localhost/signed-in"));
        body.putAll(changed);
        return RestAssured.given().contentType(ContentType.JSON).body(body).post("/api/v1/session/code");
    }

    static Response find(String email) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/v1/session/provider");
    }

    static String refusal(Response response) {
        return response.path("type").toString().replace("urn:dialogspejl:problem:", "");
    }

    /** Who the session that has begun is for. */
    static UUID personIn(Response response) {
        String token = response.then().statusCode(200).extract().path("access_token");
        return UUID.fromString(RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .extract()
                .path("id"));
    }
}
