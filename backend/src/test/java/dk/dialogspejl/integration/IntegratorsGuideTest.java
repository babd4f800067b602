package dk.dialogspejl.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for integrators shows, works. */
@QuarkusTest
class IntegratorsGuideTest extends ApiTest {

    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath();
    private static final Pattern BLOCK = Pattern.compile("```(sh|json)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":");

    @Inject
    WholeDatabase database;

    @TempDir
    Path folder;

    /** An example, and the fields that the guide shows in its answer. */
    private record Example(String script, Set<String> fields) {}

    @Test
    void each_example_of_the_guide_answers_as_it_says() throws Exception {
        Workplace work = given.aWorkplace();
        RoundStory.at(work).shared();
        List<Example> examples = examples();
        assertTrue(examples.size() >= 8, examples.size() + " examples");
        // One shell for all, as they build on each other; each says where its answer begins.
        String script = examples.stream()
                .map(example -> "printf '\\n=====\\n'\n" + example.script())
                .collect(Collectors.joining("\n", "set -eu -o pipefail\n", ""));
        String[] answers =
                run(List.of("bash", "-c", script), environment(work.hr())).split("\n=====\n", -1);
        assertEquals(examples.size() + 1, answers.length);
        for (int example = 0; example < examples.size(); example++) {
            Set<String> missing = new TreeSet<>(examples.get(example).fields());
            missing.removeAll(fields(answers[example + 1]));
            assertEquals(Set.of(), missing, examples.get(example).script());
        }
    }

    @Test
    void each_kind_of_error_is_told_with_its_status() throws IOException {
        String guide = Files.readString(DOCS.resolve("integrators.md"));
        for (ProblemType type : ProblemType.values()) {
            String kind = type.uri().toString().replace("urn:dialogspejl:problem:", "");
            assertTrue(
                    guide.lines()
                            .anyMatch(line -> line.startsWith("| ")
                                    && line.contains("`" + kind + "`")
                                    && line.split("\\|")[1].contains(String.valueOf(type.status()))),
                    type.status() + " " + kind);
        }
    }

    @Test
    void the_sample_program_keeps_a_copy_that_is_what_may_be_read() throws Exception {
        Workplace work = given.aWorkplace();
        RoundStory one = RoundStory.at(work).shared();
        RoundStory other = RoundStory.at(work).shared();
        pulls(work.hr());
        assertEquals(shared(work), copy());
        one.shares(false);
        RoundStory.at(work).shared();
        pulls(work.hr());
        assertEquals(shared(work), copy());
        other.shares(false);
        Files.writeString(folder.resolve("cursor"), tooOld());
        pulls(work.hr());
        assertEquals(shared(work), copy());
        try (var lines = Files.lines(DOCS.resolve("examples/HrPull.java"))) {
            assertTrue(lines.count() < 100);
        }
    }

    private void pulls(Employee client) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        run(
                List.of(java, DOCS + "/examples/HrPull.java", service(), client.email(), folder.toString()),
                environment(client));
    }

    private String tooOld() throws IOException {
        FeedCursor now = FeedCursor.parse(Files.readString(folder.resolve("cursor")));
        return new FeedCursor(now.epoch(), now.extent(), now.caughtUp().minusDays(61), now.after(), null).opaque();
    }

    private Set<String> shared(Workplace work) throws Exception {
        return new TreeSet<>(database.query("select id || '.json' from summary where organisation_id = '"
                + work.organisation() + "' and shared_at is not null"));
    }

    private Set<String> copy() throws IOException {
        Set<String> copy = new TreeSet<>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            files.forEach(file -> copy.add(file.getFileName().toString()));
        }
        return copy;
    }

    private static Map<String, String> environment(Employee client) {
        return Map.of("SERVICE", service(), "CLIENT_ID", client.email(), "CLIENT_SECRET", Given.SECRET);
    }

    private static String service() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(DOCS.resolve("integrators.md")));
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                examples.add(new Example(block.group(2), new TreeSet<>()));
            } else {
                examples.get(examples.size() - 1).fields().addAll(fields(block.group(2)));
            }
        }
        return examples;
    }

    private static Set<String> fields(String json) {
        return FIELD.matcher(json).results().map(field -> field.group(1)).collect(Collectors.toSet());
    }

    private String run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path said = Files.createTempFile("guide", ".txt");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        process.environment().putAll(environment);
        Process running = process.start();
        assertTrue(running.waitFor(60, TimeUnit.SECONDS), "it takes too long");
        String output = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        assertEquals(0, running.exitValue(), output);
        return output;
    }
}
