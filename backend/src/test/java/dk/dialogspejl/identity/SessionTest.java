package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest extends ApiTest {

    private static Response signIn(String email, String password) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/api/v1/session");
    }

    private static Response refresh(String cookie) {
        return RestAssured.given().cookie("refresh", cookie).post("/api/v1/session/refresh");
    }

    @Test
    void the_refresh_token_is_a_cookie_that_scripts_and_other_sites_cannot_use() {
        signIn(given.aWorkplace().anna().email(), Given.PASSWORD)
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Set-Cookie", containsString("Secure"))
                .header("Set-Cookie", containsString("Path=/api/v1/session"))
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(600));
    }

    @Test
    void an_address_signs_in_however_it_is_written() {
        signIn(given.aWorkplace().anna().email().toUpperCase(), Given.PASSWORD)
                .then()
                .statusCode(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        Map<String, Object> wrong = signIn(given.aWorkplace().anna().email(), "forkert")
                .then()
                .statusCode(401)
                .extract()
                .path("");
        Map<String, Object> unknown = signIn("ingen@example.org", "forkert")
                .then()
                .statusCode(401)
                .extract()
                .path("");
        wrong.remove("requestId");
        unknown.remove("requestId");
        assertEquals(wrong, unknown);
    }

    @Test
    void each_refresh_gives_a_new_token_and_uses_the_old_one_up() {
        String first = signIn(given.aWorkplace().anna().email(), Given.PASSWORD).cookie("refresh");
        Response second = refresh(first);
        second.then().statusCode(200);
        assertNotEquals(first, second.cookie("refresh"));
        String token = second.path("access_token");
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void a_token_that_has_run_out_does_not_stand_in_the_way_of_signing_in() {
        RestAssured.given()
                .header("Authorization", "Bearer a.b.c")
                .contentType(ContentType.JSON)
                .body(Map.of("email", given.aWorkplace().anna().email(), "password", Given.PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200);
    }

    @Test
    void a_refresh_token_used_twice_ends_the_session_for_thief_and_owner() {
        String first = signIn(given.aWorkplace().anna().email(), Given.PASSWORD).cookie("refresh");
        String second = refresh(first).cookie("refresh");
        refresh(first).then().statusCode(401).body("type", equalTo("urn:dialogspejl:problem:session-ended"));
        refresh(second).then().statusCode(401);
    }

    @Test
    void of_fifty_refreshes_at_once_with_one_token_one_succeeds_and_the_others_end_the_session() throws Exception {
        String token = signIn(given.aWorkplace().anna().email(), Given.PASSWORD).cookie("refresh");
        List<Response> answers = AtOnce.call(Collections.nCopies(50, () -> refresh(token)));
        List<Response> succeeded =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertEquals(1, succeeded.size());
        assertEquals(
                49,
                answers.stream().filter(answer -> answer.statusCode() == 401).count());
        refresh(succeeded.get(0).cookie("refresh")).then().statusCode(401);
        refresh(token).then().statusCode(401);
    }

    @Test
    void a_token_made_up_does_not_end_anybodys_session() {
        String token = signIn(given.aWorkplace().anna().email(), Given.PASSWORD).cookie("refresh");
        String madeUp = token.substring(0, token.lastIndexOf('.') + 1) + Secrets.random();
        refresh(madeUp).then().statusCode(401);
        refresh("a.b.c").then().statusCode(401);
        refresh("").then().statusCode(401);
        refresh(token).then().statusCode(200);
    }

    @Test
    void signing_out_ends_the_session_and_removes_the_cookie() {
        String token = signIn(given.aWorkplace().anna().email(), Given.PASSWORD).cookie("refresh");
        RestAssured.given()
                .cookie("refresh", token)
                .delete("/api/v1/session")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));
        refresh(token).then().statusCode(401);
    }

    @Test
    void a_refresh_token_is_no_access_token() {
        String token = signIn(given.aWorkplace().anna().email(), Given.PASSWORD).cookie("refresh");
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void a_client_with_a_wrong_secret_or_none_gets_no_token() {
        Workplace work = given.aWorkplace();
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(work.hr().email(), "forkert")
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        RestAssured.given()
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token")
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("Authorization", "Basic %%%")
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token")
                .then()
                .statusCode(401);
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("a\u0000b", "c")
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token")
                .then()
                .statusCode(401);
    }

    @Test
    void every_answer_has_a_request_id_and_keeps_a_sensible_one_of_the_callers() {
        RestAssured.given().get("/q/health").then().header("X-Request-Id", not(equalTo(null)));
        RestAssured.given()
                .header("X-Request-Id", "min-foresp.1")
                .get("/api/v1/me")
                .then()
                .header("X-Request-Id", "min-foresp.1")
                .body("requestId", equalTo("min-foresp.1"));
        String forged = RestAssured.given()
                .header("X-Request-Id", "<script>alert(1)</script>")
                .get("/nowhere")
                .header("X-Request-Id");
        assertFalse(forged.contains("script"));
    }
}
