package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordTest extends ApiTest {

    private static final String NEW = "syv regnvåde giraffer";

    @Inject
    AllHeard allHeard;

    private static ValidatableResponse signIn(Employee employee, String password) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", employee.email(), "password", password))
                .post("/api/v1/session")
                .then();
    }

    private static ValidatableResponse change(Employee employee, String current, String chosen) {
        return employee.puts("/me/password", null, Map.of("currentPassword", current, "newPassword", chosen));
    }

    @Test
    void a_new_password_replaces_the_old_one_and_ends_every_other_session() {
        Employee anna = given.aWorkplace().anna();
        Employee elsewhere = new Employee(anna.name(), anna.id(), anna.email(), Given.token(anna.email()));
        change(anna, Given.PASSWORD, NEW).statusCode(204);
        allHeard.await();
        anna.reads("/me").statusCode(200);
        elsewhere.reads("/me").statusCode(401);
        signIn(anna, Given.PASSWORD).statusCode(401);
        signIn(anna, NEW).statusCode(200);
    }

    @Test
    void the_same_letters_are_the_same_password_however_they_are_typed() {
        Employee anna = given.aWorkplace().anna();
        change(anna, Given.PASSWORD, NEW).statusCode(204);
        signIn(anna, NEW.replace("å", "a\u030a")).statusCode(200);
    }

    @Test
    void a_change_needs_the_present_password() {
        Employee anna = given.aWorkplace().anna();
        change(anna, "forkert", NEW).statusCode(400).body("violations.field", hasItem("currentPassword"));
        signIn(anna, Given.PASSWORD).statusCode(200);
    }

    @Test
    void who_holds_a_token_cannot_try_passwords_for_ever() {
        Employee anna = given.aWorkplace().anna();
        for (int attempt = 0; attempt < 10; attempt++) {
            change(anna, "forkert", NEW).statusCode(400);
        }
        change(anna, Given.PASSWORD, NEW).statusCode(429).header("Retry-After", not(equalTo(null)));
    }

    @Test
    void a_password_that_is_short_common_or_known_of_its_owner_is_refused_in_words() {
        Workplace work = given.aWorkplace();
        change(work.anna(), Given.PASSWORD, "elleve tegn")
                .statusCode(400)
                .body("violations[0].field", equalTo("newPassword"))
                .body(
                        "violations[0].detail",
                        equalTo("Brug mindst 12 tegn. Flere almindelige ord efter hinanden er fint."));
        for (String guessable :
                new String[] {"passwordpassword", "sommer202612", work.anna().email(), "annaannaanna"}) {
            String detail = change(work.anna(), Given.PASSWORD, guessable)
                    .statusCode(400)
                    .extract()
                    .path("violations[0].detail");
            assertTrue(detail.startsWith("Den adgangskode er for let at gætte."), detail);
            assertTrue(!detail.contains(guessable));
        }
    }
}
