package dk.dialogspejl.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that has been released is taken away from those who work with it: {@code make check} runs this. */
class ReleasedContractTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONTRACT = REPOSITORY.resolve("openapi/openapi.yaml");

    private static final String EARLIER = """
            openapi: 3.0.3
            info: {title: Notes, version: v1}
            paths:
              /notes:
                get:
                  operationId: listNotes
                  parameters:
                    - {name: limit, in: query, schema: {type: integer}}
                    - {name: kind, in: query, schema: {$ref: '#/components/schemas/Kind'}}
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Note'}}}
                        text/csv: {schema: {type: string}}
                post:
                  operationId: addNote
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/AddNote'}}
                  responses:
                    '201': {description: Created}
            components:
              schemas:
                Kind: {type: string, enum: [MINE, SHARED]}
                Note:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    title: {type: string}
                AddNote:
                  type: object
                  required: [text]
                  properties:
                    text: {type: string}
                    to: {type: string}
                    kind: {$ref: '#/components/schemas/Kind'}
            """;

    @Test
    void the_contract_breaks_nothing_that_has_been_released() throws Exception {
        Optional<ReleasedContract> released = ReleasedContract.in(REPOSITORY);
        System.out.println(released.map(contract -> "The contract is compared with that of " + contract.tag())
                .orElse("No version has been released: there is no contract to compare this one with"));
        if (released.isPresent()) {
            assertEquals(
                    Set.of(),
                    ContractChanges.breaking(released.get().contract(), Files.readString(CONTRACT)),
                    "What " + released.get().tag() + " promised");
        }
    }

    static Stream<Arguments> whatBreaks() {
        return Stream.of(
                arguments("an operation that goes", "    post:", "    put:", "POST /notes is gone"),
                arguments("a field that goes from an answer", "        title: {type: string}\n", "", "[title]"),
                arguments("a field that goes from a command", "        to: {type: string}\n", "", "[to]"),
                arguments("a value that may be sent no more", "[MINE, SHARED]", "[MINE]", "[SHARED]"),
                arguments("a field that must be sent", "required: [text]", "required: [text, to]", "[to]"),
                arguments(
                        "a parameter that goes",
                        "        - {name: limit, in: query, schema: {type: integer}}\n",
                        "",
                        "[limit]"),
                arguments(
                        "a form of an answer that goes",
                        "            text/csv: {schema: {type: string}}\n",
                        "",
                        "[text/csv]"),
                arguments("another type", "{type: integer}", "{type: string}", "Schema"),
                arguments("a field that may be absent from now on", "required: [id]", "required: []", "[id]"),
                arguments(
                        "another name in generated clients",
                        "operationId: addNote",
                        "operationId: noteDown",
                        "OperationId"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatBreaks")
    void what_breaks_is_found(String what, String from, String to, String told) {
        Set<String> breaking = ContractChanges.breaking(EARLIER, changed(from, to));
        assertTrue(breaking.toString().contains(told), breaking.toString());
    }

    static Stream<Arguments> whatDoesNot() {
        return Stream.of(
                arguments("nothing", "info:", "info:"),
                arguments(
                        "a field more in an answer", "        title:", "        note: {type: string}\n        title:"),
                arguments("a field more that may be sent", "        to:", "        cc: {type: string}\n        to:"),
                arguments("a value more", "[MINE, SHARED]", "[MINE, SHARED, ALL]"),
                arguments(
                        "a parameter more",
                        "        - {name: limit,",
                        "        - {name: since, in: query, schema: {type: string}}\n        - {name: limit,"),
                arguments(
                        "an operation more",
                        "    post:",
                        "    delete:\n      operationId: removeNotes\n      responses: {'204': {description: Gone}}\n    post:"),
                arguments(
                        "a form more",
                        "            text/csv:",
                        "            application/x-ndjson: {schema: {type: string}}\n            text/csv:"),
                arguments(
                        "an operation that is discouraged",
                        "operationId: addNote",
                        "operationId: addNote\n      deprecated: true"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatDoesNot")
    void what_breaks_nothing_is_let_through(String what, String from, String to) {
        assertEquals(Set.of(), ContractChanges.breaking(EARLIER, changed(from, to)));
    }

    @Test
    void the_whole_contract_can_be_compared() throws IOException {
        String contract = Files.readString(CONTRACT);
        String without =
                contract.replaceFirst("\n      operationId: listSharedSummaries\n", "\n      operationId: other\n");
        assertEquals(Set.of(), ContractChanges.breaking(contract, contract));
        assertEquals(Set.of("GET /api/v1/summaries: OperationId"), ContractChanges.breaking(contract, without));
    }

    @Test
    void the_contract_of_the_last_release_is_taken(@TempDir Path repository) throws Exception {
        git(repository, "init", "--quiet");
        assertEquals(Optional.empty(), ReleasedContract.in(repository), "nothing has been released");
        release(repository, "first", "v1.0.0");
        release(repository, "second", "v1.1.0");
        release(repository, "third", "not-a-version");
        assertEquals(Optional.of(new ReleasedContract("v1.1.0", "second")), ReleasedContract.in(repository));
    }

    private static void release(Path repository, String contract, String tag) throws Exception {
        Files.createDirectories(repository.resolve("openapi"));
        Files.writeString(repository.resolve("openapi/openapi.yaml"), contract);
        git(repository, "add", ".");
        git(repository, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", contract);
        git(repository, "tag", tag);
    }

    private static void git(Path repository, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command.toString());
    }

    private static String changed(String from, String to) {
        assertTrue(EARLIER.contains(from), from);
        return EARLIER.replace(from, to);
    }
}
