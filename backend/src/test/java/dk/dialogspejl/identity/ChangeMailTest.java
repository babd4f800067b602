package dk.dialogspejl.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Inbox;
import dk.dialogspejl.testing.Inbox.Letter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes how somebody signs in cannot keep it from them. */
@QuarkusTest
class ChangeMailTest extends ApiTest {

    private static final String NEW = "syv regnvåde giraffer";
    private static final Map<String, String> PROOF = Map.of("password", Given.PASSWORD);

    @Inject
    Inbox inbox;

    private Employee anna;

    @BeforeEach
    void open() {
        anna = given.aWorkplace().anna();
    }

    private static void post(String path, Map<String, String> body, int status) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/session" + path)
                .then()
                .statusCode(status);
    }

    private void changesPassword(String language) {
        anna.asks()
                .header("Accept-Language", language)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", Given.PASSWORD, "newPassword", NEW))
                .put("/me/password")
                .then()
                .statusCode(204);
    }

    private List<String> turnsItOn() {
        String key =
                anna.posts("/me/second-factor", PROOF).statusCode(200).extract().path("secret");
        return anna.posts(
                        "/me/second-factor/confirmation",
                        Map.of("code", Totp.code(Totp.key(key), Instant.now().minusSeconds(30))))
                .statusCode(200)
                .extract()
                .path("codes");
    }

    private List<String> subjects(int count) {
        return inbox.lettersTo(anna.email(), count).stream()
                .map(Letter::subject)
                .toList();
    }

    @Test
    void who_changes_the_password_is_told_so_with_what_to_do_if_it_was_not_them() {
        changesPassword("da");
        Letter letter = inbox.lettersTo(anna.email(), 1).get(0);
        assertEquals("Din adgangskode til Dialogspejl er ændret", letter.subject());
        for (String says : List.of(letter.text(), letter.html())) {
            assertTrue(says.contains("Hej Anna"), says);
            assertTrue(says.contains("Var det ikke dig"), says);
        }
    }

    @Test
    void the_mail_has_nothing_in_it_that_could_be_used_or_imitated() {
        changesPassword("en");
        Letter letter = inbox.lettersTo(anna.email(), 1).get(0);
        assertEquals("Your password for Dialogspejl has been changed", letter.subject());
        for (String says : List.of(letter.text(), letter.html())) {
            for (String never : List.of("http", "href", NEW, Given.PASSWORD, anna.email(), "127.0.0.1")) {
                assertFalse(says.contains(never), says);
            }
        }
    }

    @Test
    void a_new_password_by_a_mailed_link_is_told_too_and_the_first_one_is_not() {
        post("/forgotten", Map.of("email", anna.email()), 204);
        post("/password", Map.of("link", inbox.linkTo(anna.email()).link(), "password", NEW), 200);
        assertEquals("Din adgangskode til Dialogspejl er ændret", subjects(2).get(1));

        String invited = "mette@" + anna.id() + ".example";
        given.aWorkplace()
                .erik()
                .posts("/invitations", Map.of("name", "Mette Dahl", "email", invited))
                .statusCode(204);
        post("/password", Map.of("link", inbox.linkTo(invited).link(), "password", NEW), 200);
        changesPassword("da", invited);
        assertEquals(
                List.of("Velkommen til Dialogspejl", "Din adgangskode til Dialogspejl er ændret"),
                inbox.lettersTo(invited, 2).stream().map(Letter::subject).toList());
    }

    /** As somebody who has the password {@link #NEW}. */
    private static void changesPassword(String language, String email) {
        String token = RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", NEW))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        new Employee("Mette", null, email, token)
                .asks()
                .header("Accept-Language", language)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", NEW, "newPassword", "otte tørre giraffer"))
                .put("/me/password")
                .then()
                .statusCode(204);
    }

    @Test
    void a_second_factor_turned_on_used_by_a_recovery_code_and_turned_off_is_told_each_time() {
        List<String> codes = turnsItOn();
        post("", Map.of("email", anna.email(), "password", Given.PASSWORD, "code", codes.get(0)), 200);
        anna.posts("/me/second-factor/removal", PROOF).statusCode(204);
        assertEquals(
                List.of(
                        "Totrinslogin er slået til i Dialogspejl",
                        "En af dine nødkoder til Dialogspejl er brugt",
                        "Totrinslogin er slået fra i Dialogspejl"),
                subjects(3));
        inbox.lettersTo(anna.email())
                .forEach(letter -> assertFalse(letter.text().contains(codes.get(0))));
    }

    @Test
    void what_did_not_happen_is_not_told() {
        List<String> codes = turnsItOn();
        anna.posts("/me/second-factor/removal", Map.of("password", "forkert")).statusCode(400);
        post("", Map.of("email", anna.email(), "password", Given.PASSWORD, "code", "forkert"), 401);
        post("", Map.of("email", anna.email(), "password", "forkert", "code", codes.get(0)), 401);
        changesPassword("da"); // sent after all of those
        assertEquals(
                List.of("Totrinslogin er slået til i Dialogspejl", "Din adgangskode til Dialogspejl er ændret"),
                subjects(2));
    }
}
