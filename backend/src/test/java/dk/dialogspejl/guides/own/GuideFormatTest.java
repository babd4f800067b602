package dk.dialogspejl.guides.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/guide-format.md says of the file, holds. */
@QuarkusTest
class GuideFormatTest extends ApiTest {

    private static final Path PAGE = Path.of("..", "docs", "guide-format.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void each_example_of_the_page_is_taken_in() throws Exception {
        Employee erik = given.aWorkplace().erik();
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(2, examples.size());
        for (String example : examples) {
            erik.posts("/managed-guides/import", example).statusCode(201);
        }
        UUID whole = UUID.fromString(
                erik.posts("/managed-guides/import", examples.get(0)).extract().path("id"));
        String file = erik.reads("/managed-guides/" + whole + "/file").extract().asString();
        assertEquals(json.readTree(examples.get(0)), json.readTree(file));
        erik.sends("POST", "/managed-guides/" + whole + "/publish", erik.etag("/managed-guides/" + whole), null)
                .statusCode(200);
    }

    @Test
    void each_field_of_the_file_and_each_limit_is_on_the_page() throws Exception {
        String page = Files.readString(PAGE);
        JsonNode file = json.readTree(EXAMPLE.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow());
        file.fieldNames().forEachRemaining(name -> assertTrue(page.contains("`" + name), name));
        for (String limit : List.of(
                "| " + GuideContent.MOST_TOPICS + " |",
                "| " + GuideContent.MOST_QUESTIONS + " |",
                GuideContent.LONGEST_TITLE + " characters",
                GuideContent.LONGEST_INTRODUCTION + " characters",
                GuideContent.LONGEST_SENTENCE + " characters",
                GuideContent.KEY.replace("{0,39}", "*"),
                GuideFile.FORMAT)) {
            assertTrue(page.contains(limit), limit);
        }
    }
}
