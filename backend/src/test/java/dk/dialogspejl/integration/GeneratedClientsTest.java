package dk.dialogspejl.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that others generate from the contract compile, and play a round from the invitation to the summary that HR
 * reads: the projects in {@code docs/examples}, as they stand there.
 */
@QuarkusTest
class GeneratedClientsTest extends ApiTest {

    private static final Path EXAMPLES =
            Path.of("..", "docs", "examples").toAbsolutePath().normalize();
    private static final Path FRONTEND =
            Path.of("..", "frontend").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void a_java_client_of_the_openapi_generator_plays_the_journey() throws Exception {
        List<String> command = List.of(
                Path.of("mvnw").toAbsolutePath().toString(),
                "--batch-mode",
                "--quiet",
                "--file",
                EXAMPLES.resolve("java/pom.xml").toString(),
                "compile",
                "exec:java");
        assertTrue(plays(command, Path.of("").toAbsolutePath()).endsWith("HR has read the summary of Anna\n"));
    }

    @Test
    void a_typescript_client_of_openapi_fetch_plays_the_journey() throws Exception {
        // Below the web client, whose packages it has the same versions of, so that none are fetched again.
        Path client = Files.createDirectories(FRONTEND.resolve("target/client"));
        try (var files = Files.list(EXAMPLES.resolve("typescript"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, client.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertEquals(List.of(), versionsApartFromTheWebClients(client));
        Path contract =
                Path.of("..", "openapi", "openapi.yaml").toAbsolutePath().normalize();
        runs(
                List.of("node", packages("openapi-typescript/bin/cli.js"), contract.toString(), "-o", "schema.d.ts"),
                client);
        runs(List.of("node", packages("typescript/bin/tsc"), "-p", "."), client);
        assertTrue(plays(List.of("node", "build/journey.js"), client).endsWith("HR has read the summary of Anna\n"));
    }

    private static String packages(String file) {
        Path program = FRONTEND.resolve("node_modules").resolve(file);
        assertTrue(Files.exists(program), "make frontend/node_modules/.installed comes first: " + program);
        return program.toString();
    }

    private static List<String> versionsApartFromTheWebClients(Path client) throws IOException {
        JsonNode ours =
                new ObjectMapper().readTree(FRONTEND.resolve("package.json").toFile());
        JsonNode example =
                new ObjectMapper().readTree(client.resolve("package.json").toFile());
        List<String> apart = new ArrayList<>();
        for (String kind : List.of("dependencies", "devDependencies")) {
            example.get(kind).fields().forEachRemaining(one -> {
                if (!one.getValue().equals(ours.get(kind).get(one.getKey()))) {
                    apart.add(one.toString());
                }
            });
        }
        return apart;
    }

    private String plays(List<String> command, Path where) throws IOException, InterruptedException {
        Workplace work = given.aWorkplace();
        return run(
                command,
                where,
                Map.of(
                        "SERVICE",
                        RestAssured.baseURI + ":" + RestAssured.port,
                        "EVALUATEE",
                        work.anna().email(),
                        "PARTNER",
                        work.bo().email(),
                        "PASSWORD",
                        Given.PASSWORD,
                        "CLIENT_ID",
                        work.hr().email(),
                        "CLIENT_SECRET",
                        Given.SECRET));
    }

    private void runs(List<String> command, Path where) throws IOException, InterruptedException {
        run(command, where, Map.of());
    }

    private String run(List<String> command, Path where, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        process.environment().putAll(environment);
        process.environment()
                .put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"); // it runs once, and briefly
        Process running = process.start();
        try {
            assertTrue(running.waitFor(120, TimeUnit.SECONDS), command + " takes too long: " + Files.readString(said));
        } finally {
            running.destroyForcibly();
        }
        assertEquals(0, running.exitValue(), command + ": " + Files.readString(said));
        return Files.readString(said);
    }
}
