package dk.dialogspejl.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompiledPathsTest {

    private static final String PATH = "people.find { it.name == wanted }.rounds";

    @BeforeAll
    static void keepPaths() {
        CompiledPaths.keep();
    }

    @Test
    void the_same_path_reads_what_each_answer_has_and_what_it_is_given_then() {
        String answer = "{\"people\": [{\"name\": \"Anna\", \"rounds\": 3}, {\"name\": \"Bo\", \"rounds\": 4}]}";
        String later = "{\"people\": [{\"name\": \"Anna\", \"rounds\": 5}]}";
        assertEquals(3, rounds(answer, "Anna"));
        assertEquals(4, rounds(answer, "Bo"));
        assertEquals(5, rounds(later, "Anna"));
        assertNull(rounds(later, "Bo"));
        assertEquals(3, rounds(answer, "Anna"));
    }

    private static Integer rounds(String answer, String wanted) {
        return JsonPath.from(answer).param("wanted", wanted).get(PATH);
    }
}
