package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another site's page can do nothing with the cookie of who is signed in, nor sign them in as somebody else. */
@QuarkusTest
class CrossSiteTest extends ApiTest {

    private String cookie() {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", given.aWorkplace().anna().email(), "password", Given.PASSWORD))
                .post("/api/v1/session")
                .cookie("refresh");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, made-up",
        "Origin,         https://evil.example",
        "Origin,         null",
        "Origin,         http://localhost.evil.example",
        "Origin,         http://localhost:1"
    })
    void a_page_of_another_site_can_neither_refresh_nor_end_a_session_nor_begin_one(String header, String value) {
        String cookie = cookie();
        RestAssured.given()
                .cookie("refresh", cookie)
                .header(header, value)
                .post("/api/v1/session/refresh")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:dialogspejl:problem:cross-site"))
                .header("Set-Cookie", nullValue());
        RestAssured.given()
                .cookie("refresh", cookie)
                .header(header, value)
                .delete("/api/v1/session")
                .then()
                .statusCode(403)
                .header("Set-Cookie", nullValue());
        RestAssured.given()
                .header(header, value)
                .contentType("application/json")
                .body(Map.of("email", "anna@example.org", "password", "x"))
                .post("/api/v1/session")
                .then()
                .statusCode(403);
        assertEquals(
                200,
                RestAssured.given()
                        .cookie("refresh", cookie)
                        .post("/api/v1/session/refresh")
                        .statusCode());
    }

    @Test
    void our_own_pages_and_programs_can() {
        String own = RestAssured.baseURI + ":" + RestAssured.port;
        RestAssured.given()
                .cookie("refresh", cookie())
                .header("Origin", own)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/v1/session/refresh")
                .then()
                .statusCode(200);
        RestAssured.given()
                .cookie("refresh", cookie())
                .header("Origin", own)
                .post("/api/v1/session/refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void the_cookie_alone_opens_nothing_else() {
        RestAssured.given().cookie("refresh", cookie()).get("/api/v1/me").then().statusCode(401);
    }

    /** What a form of another site can send, without asking first. */
    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void a_form_cannot_sign_anybody_in(String type) {
        RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.TEXT)))
                .contentType(type)
                .body("{\"email\": \"anna@example.org\", \"password\": \"x\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(415);
    }
}
