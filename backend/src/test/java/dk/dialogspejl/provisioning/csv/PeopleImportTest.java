package dk.dialogspejl.provisioning.csv;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.CountedStatements;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Inbox;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People in from a file: shown first, then done as shown or not at all. */
@QuarkusTest
class PeopleImportTest extends ApiTest {

    private static final String HEADING = "navn;e-mail;medarbejdernummer;team;rolle;sprog\n";

    @Inject
    AllHeard allHeard;

    @Inject
    Inbox inbox;

    private Workplace work;
    private Employee erik;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        erik = work.erik();
    }

    private String address(String name) {
        return name + "@" + work.organisation() + ".example";
    }

    private String row(String name, String more) {
        return name + ";" + address(name.toLowerCase().replace(' ', '.')) + ";" + more + "\n";
    }

    private RequestSpecification with(byte[] file) {
        return erik.asks().contentType("text/csv").body(file);
    }

    private ValidatableResponse preview(String file) {
        return with(file.getBytes(StandardCharsets.UTF_8))
                .post("/people/import/preview")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse imports(String file, String digest) {
        return with(file.getBytes(StandardCharsets.UTF_8))
                .queryParam("preview", digest)
                .post("/people/import")
                .then();
    }

    private ValidatableResponse imports(String file) {
        return imports(file, preview(file).extract().path("digest"));
    }

    private long people() {
        return given.inOrganisation(work.organisation(), () -> Person.count());
    }

    @Test
    void a_preview_tells_what_each_row_does_and_does_nothing() {
        long before = people();
        String file = "Navn,E-mail,Titel,Team,Aktiv,Lønklasse\n"
                + "Anna," + address("anna") + ",,Byggesager,ja,42\n"
                + "Bo," + address("bo") + ",Chef,,,42\n"
                + "Cecilie," + address("cecilie") + ",,,ja,42\n"
                + "Dorte," + address("dorte") + ",,,nej,42\n"
                + "\n"
                + "\"Dahl, Mette\",METTE@" + work.organisation() + ".example,,Byggesager,,42\n";
        preview(file)
                .body("rows.row", contains(2, 3, 4, 5, 7))
                .body("rows.effect", contains("MOVED", "CHANGED", "UNCHANGED", "DEACTIVATED", "CREATED"))
                .body("rows[1].changes", hasSize(1))
                .body("rows[1].changes[0].field", equalTo("jobTitle"))
                .body("rows[1].changes[0].from", equalTo("Medarbejder"))
                .body("rows[1].changes[0].to", equalTo("Chef"))
                .body("rows[4].name", equalTo("Dahl, Mette"))
                .body("rows[4].email", equalTo(address("mette")))
                .body("rows[4].personId", nullValue())
                .body("newTeams", contains("Byggesager"))
                .body("ignoredColumns", contains("Lønklasse"))
                .body("faults", empty());
        assertEquals(before, people());
        work.anna().reads("/me").body("team", not(equalTo("Byggesager")));
    }

    @Test
    void files_are_read_as_spreadsheets_write_them() {
        String file = "Navn;E-mail;Team\nSøren Æbelø;soren@" + work.organisation() + ".example;Råd og vej\n";
        for (byte[] written : List.of(
                file.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
                file.getBytes(Charset.forName("windows-1252")),
                ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE),
                file.replace(';', ',').getBytes(StandardCharsets.UTF_8),
                file.replace(';', '\t').getBytes(StandardCharsets.UTF_8),
                file.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                file.replace("Søren Æbelø", "\"Søren Æbelø\"").getBytes(StandardCharsets.UTF_8))) {
            with(written)
                    .post("/people/import/preview")
                    .then()
                    .statusCode(200)
                    .body("rows.name", contains("Søren Æbelø"))
                    .body("newTeams", contains("Råd og vej"))
                    .body("faults", empty());
        }
    }

    @Test
    void each_fault_is_told_with_its_row_and_field_in_the_readers_language_and_quotes_nothing() {
        String file = HEADING
                + row("Mette", "17;Team;kejser;dansk")
                + "Jens;ingen adresse;18;;;\n"
                + ";" + address("navnloes") + ";19;;;\n"
                + row("Karen", "010190-1234;;;")
                + row("Niels", "17;;;")
                + "Anna;" + given.aWorkplace().anna().email() + ";20;;;\n"
                + row("Ole 010190-1234", "21;;;klingonsk");
        preview(file)
                .body("faults.row", contains(2, 3, 4, 5, 6, 7, 8, 8))
                .body(
                        "faults.field",
                        containsInAnyOrder(
                                "roles",
                                "email",
                                "name",
                                "employeeNumber",
                                "employeeNumber",
                                "email",
                                "language",
                                "name"))
                .body("faults.detail.join(' ')", not(containsString("010190")))
                .body("faults.find { it.row == 2 }.detail", containsString("Skriv medarbejder"))
                .body("faults.find { it.row == 6 }.detail", containsString("linje 2"));
        with(file.getBytes(StandardCharsets.UTF_8))
                .header("Accept-Language", "en")
                .post("/people/import/preview")
                .then()
                .body("faults.find { it.row == 2 }.detail", containsString("Write employee"));
        long before = people();
        imports(file).statusCode(409).body("unmet.code", contains("FILE_WITH_FAULTS"));
        assertEquals(before, people());
    }

    @Test
    void a_file_that_is_none_says_so() {
        for (String file : List.of("", "\n", "navn;e-mail\n", "e-mail\na@b.example\n", "navn;navn;e-mail\n\"")) {
            preview(file)
                    .body("faults", hasSize(1))
                    .body("faults[0].row", equalTo(1))
                    .body("rows", empty());
        }
        preview("navn;e-mail\n\"x\"y;z\n").body("faults", hasSize(1));
        erik.asks()
                .contentType("application/json")
                .body("{}")
                .post("/people/import/preview")
                .then()
                .statusCode(415);
    }

    @Test
    void what_was_previewed_is_done_and_at_once() {
        String file = HEADING
                + row("Anna", "1;Byggesager;leder;engelsk")
                + row("Mette Dahl", "2;Byggesager;medarbejder;dansk")
                + row("Cecilie", "-;-;;");
        String digest = preview(file).extract().path("digest");
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            with(file.getBytes(StandardCharsets.UTF_8))
                    .header("Idempotency-Key", key)
                    .queryParam("preview", digest)
                    .post("/people/import")
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(1))
                    .body("changed", equalTo(2))
                    .body("newTeams", equalTo(1));
        }
        allHeard.await();
        work.anna()
                .reads("/me")
                .body("team", equalTo("Byggesager"))
                .body("roles", containsInAnyOrder("EMPLOYEE", "LEADER"))
                .body("leads.name", contains("Byggesager"));
        work.cecilie().reads("/me").body("team", nullValue());
        work.bo()
                .reads("/people?query=Mette")
                .body("name", contains("Mette Dahl"))
                .body("team", contains("Byggesager"));
        preview(file).body("rows.effect", contains("UNCHANGED", "UNCHANGED", "UNCHANGED"));
    }

    @Test
    void where_people_have_been_changed_since_nothing_is_done_and_it_is_shown_anew() {
        String file = HEADING + row("Anna", "1;Byggesager;;") + row("Mette", "2;Byggesager;;");
        String digest = preview(file).extract().path("digest");
        imports(HEADING + row("Anna", "1;Vej;;")).statusCode(200);
        long before = people();
        String anew = imports(file, digest)
                .statusCode(412)
                .body("current.rows[0].changes[0].from", equalTo("Vej"))
                .extract()
                .path("current.digest");
        assertEquals(before, people());
        imports(file, anew).statusCode(200).body("created", equalTo(1));
    }

    @Test
    void who_is_not_in_a_file_of_everybody_is_deactivated_and_the_last_administrator_is_not() {
        String everybody = HEADING + row("Anna", "1;;;") + row("Erik", "5;;;");
        String digest = with(everybody.getBytes(StandardCharsets.UTF_8))
                .queryParam("absent", "DEACTIVATE")
                .post("/people/import/preview")
                .then()
                .body("rows.effect", contains("CHANGED", "CHANGED", "DEACTIVATED", "DEACTIVATED", "DEACTIVATED"))
                .body("rows[2].row", nullValue())
                .body("faults", empty())
                .extract()
                .path("digest");
        imports(everybody, digest).statusCode(412); // previewed with another rule
        with(everybody.getBytes(StandardCharsets.UTF_8))
                .queryParam("absent", "DEACTIVATE")
                .queryParam("preview", digest)
                .post("/people/import")
                .then()
                .statusCode(200)
                .body("deactivated", equalTo(3));
        allHeard.await();
        work.bo().reads("/me").statusCode(401);
        work.anna().reads("/me").statusCode(200);
        with((HEADING + row("Anna", "1;;;")).getBytes(StandardCharsets.UTF_8))
                .queryParam("absent", "DEACTIVATE")
                .post("/people/import/preview")
                .then()
                .body("faults", hasSize(1))
                .body("faults[0].field", equalTo("active"))
                .body("faults[0].row", nullValue());
        preview(HEADING + row("Erik", "5;;medarbejder;"))
                .body("faults", hasSize(1))
                .body("faults[0].field", equalTo("roles"));
    }

    @Test
    void who_is_new_is_sent_a_link_where_that_is_asked_for_and_not_else() {
        imports(HEADING + row("Tavs", "7;;;")).statusCode(200);
        String file = HEADING + row("Mette", "8;;;engelsk");
        with(file.getBytes(StandardCharsets.UTF_8))
                .queryParam("preview", (String) preview(file).extract().path("digest"))
                .queryParam("invite", true)
                .post("/people/import")
                .then()
                .statusCode(200);
        inbox.lettersTo(address("mette"), 1);
        assertEquals(List.of(), inbox.lettersTo(address("tavs")));
        erik.reads("/audit?kind=PERSON_INVITED").statusCode(200).body("", hasSize(1));
    }

    /** Short, because a request has two seconds in tests to arrive. */
    private String many(int rows, boolean faulty) {
        String domain = work.organisation().toString().substring(0, 8);
        return HEADING
                + IntStream.range(0, rows)
                        .mapToObj(number -> "P %d;p%d@%s.example;%d;T %d;%s;da%n"
                                .formatted(
                                        number,
                                        number,
                                        domain,
                                        number,
                                        number % 200,
                                        faulty && number % 100 == 7 ? "kejser" : "leder"))
                        .collect(Collectors.joining());
    }

    /** Without the check against the contract, which would take longer than all the rest. */
    private ValidatableResponse large(String path, String file, String digest) {
        RequestSpecification request =
                with(file.getBytes(StandardCharsets.UTF_8)).noFiltersOfType(OpenApiValidationFilter.class);
        if (digest != null) {
            request.queryParam("preview", digest);
        }
        return request.post(path).then().statusCode(200);
    }

    @Test
    void five_thousand_rows_cost_as_many_statements_as_five_and_each_of_fifty_faults_is_found() {
        String few = many(5, false);
        String digest = large("/people/import/preview", few, null).extract().path("digest");
        CountedStatements.restart();
        large("/people/import", few, digest);
        int statements = CountedStatements.sinceRestart();

        List<Integer> faulty = large("/people/import/preview", many(5_000, true), null)
                .extract()
                .path("faults.row");
        assertEquals(
                IntStream.range(0, 50).mapToObj(number -> number * 100 + 7 + 2).toList(), faulty);

        String file = many(5_000, false);
        digest = large("/people/import/preview", file, null)
                .body("rows", hasSize(5_000))
                .body("newTeams", hasSize(195))
                .extract()
                .path("digest");
        CountedStatements.restart();
        large("/people/import", file, digest).body("created", equalTo(4_995)).body("newTeams", equalTo(195));
        assertEquals(statements, CountedStatements.sinceRestart());
        assertTrue(statements < 40, statements + " statements");
        assertEquals(
                4_995 + 5, given.inOrganisation(work.organisation(), () -> Person.count("employeeNumber is not null")));
        assertEquals(5_000 + 1, given.inOrganisation(work.organisation(), () -> TeamLeadership.count()));
    }

    @Test
    void what_an_import_did_with_whom_is_in_the_audit() {
        imports("Navn,E-mail,Titel,Team,Rolle,Aktiv\n"
                        + "Anna," + address("anna") + ",,Byggesager,,\n"
                        + "Bo," + address("bo") + ",Chef,,leder,\n"
                        + "Cecilie," + address("cecilie") + ",,,,ja\n"
                        + "Dorte," + address("dorte") + ",,,,nej\n"
                        + "Mette," + address("mette") + ",,Byggesager,,\n")
                .statusCode(200);
        ValidatableResponse audit = erik.reads("/audit").statusCode(200);
        audit.body(
                        "kind",
                        containsInAnyOrder(
                                "PEOPLE_IMPORTED",
                                "TEAM_ADDED",
                                "PERSON_MOVED",
                                "PERSON_CHANGED",
                                "ROLES_CHANGED",
                                "PERSON_DEACTIVATED",
                                "PERSON_ADDED"))
                .body("by.name", everyItem(equalTo("Erik")))
                .body("find { it.kind == 'PERSON_MOVED' }.about.name", equalTo("Anna"))
                .body("find { it.kind == 'ROLES_CHANGED' }.about.name", equalTo("Bo"))
                .body("find { it.kind == 'PERSON_DEACTIVATED' }.about.name", equalTo("Dorte"))
                .body("find { it.kind == 'PERSON_ADDED' }.about.name", equalTo("Mette"));
    }
}
