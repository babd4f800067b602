package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnSessionTest extends ApiTest {

    private static final String CHROME_ON_WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

    @Inject
    AllHeard allHeard;

    private static Response signIn(Employee employee) {
        return RestAssured.given()
                .header("User-Agent", CHROME_ON_WINDOWS)
                .contentType(ContentType.JSON)
                .body(Map.of("email", employee.email(), "password", Given.PASSWORD))
                .post("/api/v1/session");
    }

    private static Employee with(Employee employee, Response answer) {
        return new Employee(employee.name(), employee.id(), employee.email(), answer.path("access_token"));
    }

    private static String current(Employee employee) {
        return employee.reads("/me/sessions").extract().path("find { it.current }.id");
    }

    @Test
    void my_sessions_say_where_i_am_signed_in_and_which_is_this() {
        Employee anna = given.aWorkplace().anna();
        Employee atHome = with(anna, signIn(anna));
        atHome.reads("/me/sessions")
                .statusCode(200)
                .body("", hasSize(2))
                .body("[0].browser", equalTo("Chrome"))
                .body("[0].system", equalTo("Windows"))
                .body("current", contains(true, false));
        anna.reads("/me/sessions").body("current", contains(false, true));
    }

    @Test
    void a_refresh_is_a_use() {
        Employee anna = given.aWorkplace().anna();
        Response answer = signIn(anna);
        Employee here = with(anna, answer);
        String before = here.reads("/me/sessions").extract().path("[0].lastUsedAt");
        RestAssured.given()
                .cookie("refresh", answer.cookie("refresh"))
                .post("/api/v1/session/refresh")
                .then()
                .statusCode(200);
        String after = here.reads("/me/sessions").extract().path("[0].lastUsedAt");
        assertTrue(Instant.parse(after).isAfter(Instant.parse(before)));
    }

    @Test
    void a_session_that_is_ended_opens_nothing_more() {
        Employee anna = given.aWorkplace().anna();
        Response answer = signIn(anna);
        Employee lost = with(anna, answer);
        String session = current(lost);
        anna.sends("DELETE", "/me/sessions/" + session, null, null).statusCode(204);
        allHeard.await();
        lost.reads("/me").statusCode(401);
        RestAssured.given()
                .cookie("refresh", answer.cookie("refresh"))
                .post("/api/v1/session/refresh")
                .then()
                .statusCode(401);
        anna.reads("/me/sessions").body("current", contains(true));
        anna.sends("DELETE", "/me/sessions/" + session, null, null).statusCode(404);
    }

    @Test
    void ending_all_others_leaves_this_one_and_those_of_other_people() {
        Workplace work = given.aWorkplace();
        Employee here = with(work.anna(), signIn(work.anna()));
        signIn(work.anna());
        here.sends("DELETE", "/me/sessions", null, null).statusCode(204);
        allHeard.await();
        here.reads("/me/sessions").body("current", contains(true));
        work.anna().reads("/me").statusCode(401);
        work.bo().reads("/me").statusCode(200);
    }

    @Test
    void a_session_of_somebody_else_is_not_there() {
        Workplace work = given.aWorkplace();
        work.bo()
                .sends("DELETE", "/me/sessions/" + current(work.anna()), null, null)
                .statusCode(404);
        work.bo().reads("/me/sessions").body("current", everyItem(equalTo(true)));
        work.anna().reads("/me").statusCode(200);
    }
}
