package dk.dialogspejl.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.privacy.ErasureCondition;
import dk.dialogspejl.rounds.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static ResourceBundle bundle(String name, Language language) {
        return ResourceBundle.getBundle(
                name,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "ValidationMessages"})
    void both_languages_say_the_same_things(String name) {
        assertEquals(
                bundle(name, Language.DA).keySet(), bundle(name, Language.EN).keySet());
    }

    @Test
    void every_problem_and_every_condition_has_its_sentence() {
        for (Language language : Language.values()) {
            for (ProblemType type : ProblemType.values()) {
                assertTrue(!Messages.get(language, "problem." + type + ".title").isBlank());
                assertTrue(
                        !Messages.get(language, "problem." + type + ".detail").isBlank());
            }
            for (Condition condition : Condition.values()) {
                assertTrue(!Messages.get(language, "condition." + condition).isBlank());
            }
            for (ErasureCondition condition : ErasureCondition.values()) {
                assertTrue(!Messages.get(language, "condition." + condition).isBlank());
            }
        }
    }

    @Test
    void every_sentence_about_a_field_is_used_and_every_one_used_is_there() throws IOException {
        Set<String> used = new TreeSet<>();
        Pattern key = Pattern.compile("\"(field\\.[a-z-]+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                key.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        Set<String> written = new TreeSet<>(bundle("messages", Language.DA).keySet());
        written.removeIf(name -> !name.startsWith("field."));
        assertEquals(written, used);
    }

    @Test
    void the_language_is_the_readers_and_danish_when_in_doubt() {
        assertEquals(Language.DA, Language.preferredBy(null));
        assertEquals(Language.EN, Language.preferredBy("en-US,en;q=0.9"));
        assertEquals(Language.DA, Language.preferredBy("sv, da;q=0.5, en;q=0.3"));
        assertEquals(Language.DA, Language.preferredBy("*"));
        assertEquals(Language.DA, Language.preferredBy("\u0000"));
        assertEquals(Locale.forLanguageTag("da"), Language.DA.locale());
    }
}
