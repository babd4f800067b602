package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Inbox;
import dk.dialogspejl.testing.WholeDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/operations.md says of a new installation's first organisation and administrator holds, as it stands there. */
@QuarkusTest
class FirstOrganisationTest extends ApiTest {

    private static final Pattern STATEMENTS =
            Pattern.compile("```sql\\n(begin;\\ninsert into organisation .*?)```", Pattern.DOTALL);

    @Inject
    WholeDatabase database;

    @Inject
    Inbox inbox;

    @Test
    void the_first_administrator_chooses_a_password_and_takes_in_the_others() throws Exception {
        UUID person = UUID.randomUUID();
        String address = "anne." + person + "@example.org";
        var found = STATEMENTS.matcher(Files.readString(Path.of("../docs/operations.md")));
        assertTrue(found.find());
        database.execute(found.group(1)
                .replace("<organisation>", UUID.randomUUID().toString())
                .replace("<person>", person.toString())
                .replace("anne@example.org", address));

        post("/forgotten", Map.of("email", address)).then().statusCode(204);
        String link = inbox.lettersTo(address, 1).get(0).link();
        String token = post("/password", Map.of("link", link, "password", "syv regnvåde giraffer"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        Employee anne = new Employee("Anne Example", person, address, token);
        anne.reads("/me")
                .statusCode(200)
                .body("roles", hasItem("ADMINISTRATOR"))
                .body("id", notNullValue());
        anne.posts(
                        "/invitations",
                        Map.of(
                                "name",
                                "Mette Dahl",
                                "email",
                                "mette." + person + "@example.org",
                                "grantedRoles",
                                List.of("LEADER")))
                .statusCode(204);
    }

    private static Response post(String path, Map<String, ?> body) {
        return RestAssured.given().contentType(ContentType.JSON).body(body).post("/api/v1/session" + path);
    }
}
