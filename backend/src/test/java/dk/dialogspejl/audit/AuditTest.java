package dk.dialogspejl.audit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Canary;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changed what and who was refused, for the organisation's own administrators: no text, and no flood. */
@QuarkusTest
class AuditTest extends ApiTest {

    @Inject
    WholeDatabase database;

    private Workplace work;
    private Employee erik;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        erik = work.erik();
    }

    private ValidatableResponse audit(String query) {
        return erik.reads("/audit" + query).statusCode(200);
    }

    private static Map<String, Object> client(String name) {
        return Map.of("name", name, "scopes", List.of(Scope.SUMMARIES_READ));
    }

    @Test
    void a_change_is_there_with_who_made_it_and_what_it_was_about_as_that_is_called_now() {
        UUID client = erik.creates("/api-clients", client("Løn"));
        String path = "/api-clients/" + client;
        erik.puts(path, erik.etag(path), client("Lønsystemet")).statusCode(200);
        audit("")
                .body("kind", contains("API_CLIENT_CHANGED", "API_CLIENT_CREATED"))
                .body("by.id", everyItem(equalTo(erik.id().toString())))
                .body("by.name", everyItem(equalTo("Erik")))
                .body("about.type", everyItem(equalTo("API_CLIENT")))
                .body("about.id", everyItem(equalTo(client.toString())))
                .body("about.name", everyItem(equalTo("Lønsystemet")))
                .body("times", everyItem(equalTo(1)))
                .body("requestId", everyItem(notNullValue()));
    }

    @Test
    void what_was_refused_or_sent_twice_leaves_no_entry_of_a_change_or_just_one() {
        erik.posts("/api-clients", client("")).statusCode(400);
        UUID client = erik.creates("/api-clients", client("Løn"));
        erik.puts("/api-clients/" + client, "\"99\"", client("Andet")).statusCode(412);
        for (int i = 0; i < 2; i++) {
            erik.asks()
                    .header("Idempotency-Key", "en-nøgle-der-går-igen".replaceAll("[^a-z-]", "x"))
                    .contentType("application/json")
                    .body(client("HR"))
                    .post("/api-clients")
                    .then()
                    .statusCode(201);
        }
        audit("").body("kind", contains("API_CLIENT_CREATED", "API_CLIENT_CREATED"));
    }

    @Test
    void nothing_that_an_administrator_typed_is_in_it() throws Exception {
        String canary = Canary.words();
        erik.posts(
                        "/invitations",
                        Map.of(
                                "name",
                                canary,
                                "email",
                                "mette@" + work.organisation() + ".example",
                                "grantedRoles",
                                List.of("LEADER")))
                .statusCode(204);
        erik.creates("/api-clients", client(canary));
        assertTrue(database.dump().tablesWith(canary).contains("person"));
        assertFalse(database.dump().tablesWith(canary).contains("audit_entry"));
        assertFalse(database.dump().tablesWith("mette@" + work.organisation()).contains("audit_entry"));
        audit("").body("kind", containsInAnyOrder("PERSON_INVITED", "ROLES_CHANGED", "API_CLIENT_CREATED"));
    }

    @Test
    void a_flood_of_refusals_makes_one_entry_of_each_kind_for_each_person() {
        Employee cecilie = work.cecilie();
        for (int i = 0; i < 40; i++) {
            cecilie.reads("/audit").statusCode(403);
            cecilie.reads("/rounds/" + UUID.randomUUID()).statusCode(404);
            if (i == 20) {
                audit("");
            }
        }
        work.hr().reads("/audit").statusCode(403);
        // The hour may turn meanwhile.
        List<Map<String, Object>> rows =
                audit("?kind=NOT_ALLOWED&kind=NOT_FOUND").extract().path("");
        assertTrue(rows.size() >= 3 && rows.size() <= 6, rows.toString());
        assertEquals(40, times(rows, "NOT_ALLOWED", "PERSON"));
        assertEquals(40, times(rows, "NOT_FOUND", "PERSON"));
        assertEquals(1, times(rows, "NOT_ALLOWED", "API_CLIENT"));
        audit("?by=" + cecilie.id())
                .body("by.name", everyItem(equalTo("Cecilie")))
                .body("about", everyItem(nullValue()));
    }

    @SuppressWarnings("unchecked")
    private static int times(List<Map<String, Object>> rows, String kind, String by) {
        return rows.stream()
                .filter(row -> row.get("kind").equals(kind)
                        && ((Map<String, Object>) row.get("by")).get("type").equals(by))
                .mapToInt(row -> (int) row.get("times"))
                .sum();
    }

    @Test
    void
            sign_ins_that_fail_are_counted_without_saying_whom_it_was_tried_as_and_those_that_succeed_are_nobodys_business() {
        for (int i = 0; i < 3; i++) {
            RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of("email", work.anna().email(), "password", "forkert"))
                    .post("/api/v1/session")
                    .then()
                    .statusCode(401);
        }
        Given.token(work.anna().email());
        audit("")
                .body("kind", everyItem(equalTo("SIGN_IN_FAILED")))
                .body("by", everyItem(nullValue()))
                .body("times.sum()", equalTo(3));
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(work.hr().email(), "forkert")
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token")
                .then()
                .statusCode(401);
        audit("?kind=SIGN_IN_FAILED").body("by.type", hasItem("API_CLIENT")).body("by.name", hasItem("HR"));
    }

    @Test
    void a_session_that_was_copied_is_told_of() {
        String stolen = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", work.anna().email(), "password", Given.PASSWORD))
                .post("/api/v1/session")
                .cookie("refresh");
        RestAssured.given().cookie("refresh", stolen).post("/api/v1/session/refresh");
        RestAssured.given().cookie("refresh", stolen).post("/api/v1/session/refresh");
        audit("").body("kind", contains("SESSION_COPIED")).body("by.name", contains("Anna"));
    }

    @Test
    void of_an_administrator_who_is_erased_the_entries_stay_without_the_name() {
        Employee second = given.joins(work, "Frida");
        given.inOrganisation(
                work.organisation(),
                () -> Person.getEntityManager()
                        .createNativeQuery("update person set roles = '{EMPLOYEE,ADMINISTRATOR}' where id = :id")
                        .setParameter("id", second.id())
                        .executeUpdate());
        Employee frida = new Employee("Frida", second.id(), second.email(), Given.token(second.email()));
        frida.creates("/api-clients", client("Løn"));
        given.inOrganisation(work.organisation(), () -> Person.update("active = false where id = ?1", frida.id()));
        erik.posts("/erasure-requests/" + frida.id() + "/carry-out", null).statusCode(204);
        audit("?kind=API_CLIENT_CREATED")
                .body("by.name", contains("Anonym kollega"))
                .body("about.name", contains("Løn"));
        audit("?kind=PERSON_ERASED").body("about.name", contains("Anonym kollega"));
    }

    @Test
    void it_is_filtered_by_kind_by_who_and_by_period_and_each_entry_is_on_one_page() {
        for (String name : List.of("A", "B", "C", "D", "E")) {
            erik.creates("/api-clients", client(name));
        }
        work.anna().reads("/audit").statusCode(403);
        List<String> seen = new ArrayList<>();
        String path = "/api/v1/audit?limit=2";
        while (path != null) {
            Response page = RestAssured.given()
                    .urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + erik.token())
                    .get(path);
            seen.addAll(page.path("id"));
            String next = page.header("Link");
            path = next == null ? null : next.substring(1, next.indexOf('>'));
        }
        assertEquals(6, seen.size());
        assertEquals(6, Set.copyOf(seen).size());
        String third =
                audit("?kind=API_CLIENT_CREATED").body("", hasSize(5)).extract().path("[2].at");
        audit("?kind=API_CLIENT_CREATED&from=" + third).body("about.name", contains("E", "D", "C"));
        audit("?kind=API_CLIENT_CREATED&until=" + third).body("about.name", contains("B", "A"));
        audit("?by=" + work.anna().id()).body("kind", contains("NOT_ALLOWED"));
        audit("?by=" + UUID.randomUUID()).body("", empty());
        erik.reads("/audit?kind=ALT").statusCode(400);
        erik.reads("/audit?from=i%20g%C3%A5r").statusCode(400);
    }

    @Test
    void another_organisation_sees_nothing_of_it() {
        UUID client = erik.creates("/api-clients", client("Løn"));
        given.aWorkplace().erik().reads("/audit").statusCode(200).body("about.id", not(hasItem(client.toString())));
    }
}
