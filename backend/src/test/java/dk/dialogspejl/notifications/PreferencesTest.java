package dk.dialogspejl.notifications;

import static org.hamcrest.Matchers.equalTo;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreferencesTest extends ApiTest {

    @Test
    void everybody_chooses_what_they_get_mails_about() {
        Employee anna = given.aWorkplace().anna();
        String path = "/me/notification-preferences";
        anna.reads(path)
                .body("version", equalTo(0))
                .body("talk", equalTo("SOON"))
                .body("shared", equalTo("DAILY"));
        Map<String, String> none = Map.of(
                "language",
                "en",
                "round",
                "NEVER",
                "agreement",
                "NEVER",
                "shared",
                "NEVER",
                "talk",
                "NEVER",
                "summary",
                "NEVER",
                "reminder",
                "NEVER");
        anna.puts(path, "\"0\"", none)
                .statusCode(200)
                .body("version", equalTo(1))
                .body("talk", equalTo("NEVER"));
        anna.puts(path, "\"0\"", none).statusCode(412).body("current.language", equalTo("en"));
        anna.reads(path).body("version", equalTo(1)).body("language", equalTo("en"));
    }
}
