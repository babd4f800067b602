package dk.dialogspejl.provisioning.scim;

import static dk.dialogspejl.provisioning.scim.Scim.operation;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of RFC 7644 and the habits of Entra ID, on people. */
@QuarkusTest
class ScimUserTest extends ApiTest {

    @Inject
    AllHeard allHeard;

    private Workplace work;
    private Scim scim;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        scim = new Scim(given.aClient(work, Set.of(Scope.PEOPLE_PROVISION)));
    }

    private String address(String name) {
        return name + "@" + work.organisation() + ".example";
    }

    /** As in RFC 7644, section 3.3, and with what an HR system adds. */
    private Map<String, Object> barbara() {
        Map<String, Object> user = new HashMap<>();
        user.put("schemas", List.of(Scim.USER, Scim.ENTERPRISE));
        user.put("userName", address("Bjensen"));
        user.put("externalId", "bjensen");
        user.put(
                "name",
                Map.of("formatted", "Ms. Barbara J Jensen III", "familyName", "Jensen", "givenName", "Barbara"));
        user.put("title", "Rådgiver");
        user.put("preferredLanguage", "en-GB");
        user.put("phoneNumbers", List.of(Map.of("value", "555-555-8377", "type", "work"))); // not kept
        user.put(Scim.ENTERPRISE, Map.of("employeeNumber", "1042", "department", "Tour Operations"));
        return user;
    }

    @Test
    void a_person_is_taken_in_and_read_again() {
        String id = scim.sends("POST", "/Users", barbara())
                .statusCode(201)
                .contentType("application/scim+json")
                .header("Location", containsString("/scim/v2/Users/"))
                .header("ETag", containsString("W/\""))
                .body("userName", equalTo(address("bjensen")))
                .body("meta.resourceType", equalTo("User"))
                .extract()
                .path("id");
        scim.gets("/Users/" + id)
                .statusCode(200)
                .body("externalId", equalTo("bjensen"))
                .body("name.formatted", equalTo("Ms. Barbara J Jensen III"))
                .body("name.familyName", equalTo("Jensen"))
                .body("displayName", equalTo("Ms. Barbara J Jensen III"))
                .body("title", equalTo("Rådgiver"))
                .body("active", equalTo(true))
                .body("preferredLanguage", equalTo("en"))
                .body("emails[0].value", equalTo(address("bjensen")))
                .body("phoneNumbers", nullValue())
                .body("'" + Scim.ENTERPRISE + "'.employeeNumber", equalTo("1042"))
                .body("'" + Scim.ENTERPRISE + "'.department", nullValue())
                .body("meta.location", endsWith("/scim/v2/Users/" + id));
        work.bo().reads("/people?query=barbara").body("name", contains("Ms. Barbara J Jensen III"));
    }

    @Test
    void who_is_taken_in_is_written_to_by_nobody_and_chooses_a_password_when_they_ask() {
        String id = scim.creates("/Users", barbara());
        assertEquals(
                List.of(),
                given.inOrganisation(
                        work.organisation(),
                        () -> Person.getEntityManager()
                                .createNativeQuery("select 1 from link_request where login = :login")
                                .setParameter("login", address("bjensen"))
                                .getResultList()));
        assertEquals(401, signIn(address("bjensen")));
        scim.gets("/Users/" + id).statusCode(200);
    }

    private static int signIn(String email) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", Given.PASSWORD))
                .post("/api/v1/session")
                .statusCode();
    }

    @Test
    void what_another_has_is_not_given_twice_in_any_organisation() {
        scim.creates("/Users", barbara());
        for (String attribute : List.of("userName", "externalId", "employeeNumber")) {
            Map<String, Object> another = barbara();
            another.put("userName", attribute.equals("userName") ? address("BJENSEN") : address("other"));
            another.put("externalId", attribute.equals("externalId") ? "bjensen" : "other");
            another.put(
                    Scim.ENTERPRISE, Map.of("employeeNumber", attribute.equals("employeeNumber") ? "1042" : "2000"));
            scim.sends("POST", "/Users", another)
                    .statusCode(409)
                    .body("schemas", contains(Scim.ERROR))
                    .body("scimType", equalTo("uniqueness"))
                    .body("status", equalTo("409"))
                    .body("detail", containsString(attribute));
        }
        Map<String, Object> elsewhere = barbara();
        elsewhere.put("userName", given.aWorkplace().anna().email());
        elsewhere.put("externalId", "other");
        elsewhere.remove(Scim.ENTERPRISE);
        scim.sends("POST", "/Users", elsewhere).statusCode(409).body("scimType", equalTo("uniqueness"));
    }

    @Test
    void what_is_not_valid_is_refused_in_words_that_quote_nothing() {
        for (var wrong : Map.of(
                        "userName",
                        (Object) "no address",
                        "externalId",
                        "010190-1234",
                        "title",
                        "Ring 010190-1234",
                        "roles",
                        List.of(Map.of("value", "emperor")))
                .entrySet()) {
            Map<String, Object> user = barbara();
            user.put(wrong.getKey(), wrong.getValue());
            scim.sends("POST", "/Users", user)
                    .statusCode(400)
                    .body("scimType", equalTo("invalidValue"))
                    .body("detail", containsString(wrong.getKey()))
                    .body("detail", not(containsString("010190")))
                    .body("detail", not(containsString("emperor")));
        }
        Map<String, Object> nameless = barbara();
        nameless.remove("name");
        scim.sends("POST", "/Users", nameless).statusCode(400).body("scimType", equalTo("invalidValue"));
        Map<String, Object> noUserName = barbara();
        noUserName.remove("userName");
        scim.sends("POST", "/Users", noUserName).statusCode(400).body("detail", containsString("userName"));
        for (String body : List.of("", "{", "[]", "{\"userName\": 1, \"userName\": 2}")) {
            scim.sends("POST", "/Users", body).statusCode(400);
        }
        scim.finds("/Users", "userName sw \"bjensen\"").body("totalResults", equalTo(0));
    }

    @Test
    void a_put_replaces_and_leaves_roles_it_does_not_speak_of_and_what_somebody_is() {
        String erik = "/Users/" + work.erik().id();
        scim.sends(
                        "PUT",
                        erik,
                        Map.of(
                                "schemas",
                                List.of(Scim.USER),
                                "userName",
                                work.erik().email(),
                                "displayName",
                                "Erik Ny",
                                "title",
                                "Chef"))
                .statusCode(200)
                .body("displayName", equalTo("Erik Ny"))
                .body("roles.value", contains("ADMINISTRATOR"))
                .body("active", equalTo(true));
        work.erik().reads("/me").body("name", equalTo("Erik Ny")).body("roles", hasItem("ADMINISTRATOR"));
    }

    @Test
    void a_patch_adds_replaces_and_removes_by_path_and_without() {
        String id = scim.creates("/Users", barbara());
        String path = "/Users/" + id;
        scim.patches(path, operation("replace", "name.familyName", "Holm"))
                .statusCode(200)
                .body("displayName", equalTo("Barbara Holm"));
        scim.patches(path, operation("add", null, Map.of("title", "Chef", "displayName", "Barbara H. Holm")))
                .statusCode(200)
                .body("title", equalTo("Chef"))
                .body("displayName", equalTo("Barbara H. Holm"));
        scim.patches(path, operation("remove", "title", null)).statusCode(200).body("title", nullValue());
        scim.patches(path, operation("replace", "emails[type eq \"work\"].value", address("another")))
                .statusCode(200)
                .body("emails.value", contains(address("bjensen"))); // follows userName
        scim.patches(path, operation("replace", Scim.ENTERPRISE + ":employeeNumber", "77"))
                .statusCode(200)
                .body("'" + Scim.ENTERPRISE + "'.employeeNumber", equalTo("77"));
        scim.patches(path, operation("add", "roles", List.of(Map.of("value", "facilitator"))))
                .statusCode(200)
                .body("roles.value", contains("FACILITATOR"));
        scim.patches(path, operation("remove", "roles[value eq \"FACILITATOR\"]", null))
                .statusCode(200)
                .body("roles", nullValue());
        scim.patches(path, operation("replace", "roles[value eq \"LEADER\"].value", "FACILITATOR"))
                .statusCode(400)
                .body("scimType", equalTo("noTarget"));
        scim.patches(path, operation("remove", null, "title")).statusCode(400);
        scim.patches(path, operation("replace", "id", UUID.randomUUID().toString()))
                .statusCode(200)
                .body("id", equalTo(id)); // read only
    }

    /** Capital operations, booleans as texts, and attributes that nobody asked for. */
    @Test
    void entra_id_gets_what_it_means() {
        String id = scim.creates("/Users", barbara());
        String path = "/Users/" + id;
        scim.patches(
                        path,
                        operation("Replace", "active", "False"),
                        operation("Add", "addresses[type eq \"work\"].locality", "Fjordby"),
                        operation("Replace", "displayName", "Barbara Jensen (BAJE)"))
                .statusCode(200)
                .body("active", equalTo(false))
                .body("displayName", equalTo("Barbara Jensen (BAJE)"));
        scim.patches(
                        path,
                        operation(
                                "Replace",
                                null,
                                Map.of(
                                        "active",
                                        "True",
                                        Scim.ENTERPRISE + ":employeeNumber",
                                        "99",
                                        "name.givenName",
                                        "Bo")))
                .statusCode(200)
                .body("active", equalTo(true))
                .body("name.givenName", equalTo("Bo"))
                .body("'" + Scim.ENTERPRISE + "'.employeeNumber", equalTo("99"));
    }

    @Test
    void who_is_deactivated_is_out_at_once_and_not_back_in_their_old_session() {
        String anna = "/Users/" + work.anna().id();
        work.anna().reads("/me").statusCode(200);
        scim.patches(anna, operation("replace", "active", false)).statusCode(200);
        allHeard.await();
        work.anna().reads("/me").statusCode(401);
        assertEquals(401, signIn(work.anna().email()));
        scim.patches(anna, operation("replace", "active", true)).statusCode(200);
        allHeard.await();
        work.anna().reads("/me").statusCode(401);
        assertEquals(200, signIn(work.anna().email()));
    }

    @Test
    void the_last_administrator_stays_one() {
        String erik = "/Users/" + work.erik().id();
        String last = "mindst én administrator";
        scim.patches(erik, operation("replace", "active", "False"))
                .statusCode(409)
                .body("schemas", contains(Scim.ERROR))
                .body("detail", containsString(last));
        scim.patches(erik, operation("remove", "roles", null)).statusCode(409).body("detail", containsString(last));
        scim.sends("DELETE", erik, null).statusCode(409);
        work.erik().reads("/me").body("roles", hasItem("ADMINISTRATOR"));
        scim.patches("/Users/" + work.bo().id(), operation("add", "roles", List.of(Map.of("value", "ADMINISTRATOR"))))
                .statusCode(200);
        scim.patches(erik, operation("replace", "active", false)).statusCode(200);
    }

    @Test
    void who_is_deleted_is_gone_here_and_their_address_is_free_and_opens_nothing_of_theirs() {
        UUID anna = work.anna().id();
        scim.sends("DELETE", "/Users/" + anna, null).statusCode(204);
        allHeard.await();
        work.anna().reads("/me").statusCode(401);
        scim.gets("/Users/" + anna).statusCode(404).body("schemas", contains(Scim.ERROR));
        scim.sends("DELETE", "/Users/" + anna, null).statusCode(404);
        scim.patches("/Users/" + anna, operation("replace", "active", true)).statusCode(404);
        scim.finds("/Users", "userName eq \"" + work.anna().email() + "\"").body("totalResults", equalTo(0));
        Map<String, Object> again = barbara();
        again.put("userName", work.anna().email());
        assertNotEquals(anna.toString(), scim.creates("/Users", again));
    }

    @Test
    void a_change_of_address_moves_where_one_signs_in_and_frees_the_old_one() {
        scim.patches("/Users/" + work.anna().id(), operation("replace", "userName", address("Anna.Ny")))
                .statusCode(200)
                .body("userName", equalTo(address("anna.ny")));
        assertEquals(401, signIn(work.anna().email()));
        assertEquals(200, signIn(address("anna.ny")));
        Map<String, Object> another = barbara();
        another.put("userName", work.anna().email());
        scim.creates("/Users", another);
    }

    @Test
    void a_version_that_has_been_changed_is_not_overwritten() {
        String path = "/Users/" + scim.creates("/Users", barbara());
        String before = scim.gets(path).extract().header("ETag");
        scim.sends("GET", path, null, Map.of("If-None-Match", before)).statusCode(304);
        Map<String, Object> patch =
                Map.of("schemas", List.of(Scim.PATCH), "Operations", List.of(operation("replace", "title", "Chef")));
        scim.sends("PATCH", path, patch, Map.of("If-Match", before)).statusCode(200);
        String after = scim.gets(path).extract().header("ETag");
        assertNotEquals(before, after);
        for (String method : List.of("PATCH", "PUT", "DELETE")) {
            scim.sends(
                            method,
                            path,
                            method.equals("PATCH") ? patch : method.equals("PUT") ? barbara() : null,
                            Map.of("If-Match", before))
                    .statusCode(412)
                    .body("schemas", contains(Scim.ERROR));
        }
        assertEquals(after, scim.gets(path).extract().header("ETag"));
    }

    @Test
    void people_are_found_by_filter() {
        Instant begun = Instant.now().minusSeconds(60);
        String id = scim.creates("/Users", barbara());
        for (String filter : List.of(
                "userName eq \"" + address("BJENSEN") + "\"",
                "UserName Eq \"" + address("bjensen") + "\"",
                Scim.USER + ":userName sw \"BJ\" and title co \"ådgiv\"",
                "externalId eq \"bjensen\"",
                "name.familyName ew \"sen\" and name.givenName pr",
                "emails[type eq \"work\" and value co \"bjensen\"]",
                "emails.value co \"bjensen\"",
                "title eq \"none\" or externalId eq \"bjensen\"",
                "externalId pr and not (title eq \"none\")",
                "active eq true and externalId ne \"other\" and externalId pr",
                "meta.lastModified gt \"" + begun + "\" and externalId pr",
                "meta.created le \"" + Instant.now().plusSeconds(60) + "\" and externalId pr",
                Scim.ENTERPRISE + ":employeeNumber eq \"1042\"",
                "id eq \"" + id + "\"")) {
            scim.finds("/Users", filter).body("Resources.id", contains(id)).body("totalResults", equalTo(1));
        }
        for (String none : List.of(
                "externalId eq \"BJENSEN\"",
                "meta.lastModified lt \"" + begun + "\" and externalId pr",
                "displayName eq \"%\"",
                "displayName co \"_\"")) {
            scim.finds("/Users", none).body("totalResults", equalTo(0));
        }
        for (String wrong :
                List.of("userName", "userName eq", "shoeSize eq \"42\"", "roles.value eq \"LEADER\"", "(")) {
            scim.sends("POST", "/Users/.search", Map.of("filter", wrong))
                    .statusCode(400)
                    .body("scimType", equalTo("invalidFilter"));
        }
        scim.sends("POST", "/Users/.search", Map.of("filter", "externalId eq \"bjensen\""))
                .statusCode(200)
                .body("Resources.id", contains(id));
    }

    @Test
    void people_come_in_pages_and_with_the_attributes_that_are_asked_for() {
        int all = scim.gets("/Users").statusCode(200).extract().path("totalResults");
        assertTrue(all >= 5);
        List<String> first = scim.gets("/Users?startIndex=1&count=2")
                .body("itemsPerPage", equalTo(2))
                .body("totalResults", equalTo(all))
                .extract()
                .path("Resources.id");
        List<String> second = scim.gets("/Users?startIndex=3&count=2").extract().path("Resources.id");
        assertEquals(
                4,
                Set.copyOf(List.of(first.get(0), first.get(1), second.get(0), second.get(1)))
                        .size());
        scim.gets("/Users?count=0").body("totalResults", equalTo(all)).body("Resources", nullValue());
        scim.gets("/Users?startIndex=1000").body("totalResults", equalTo(all)).body("Resources", nullValue());
        scim.gets("/Users?attributes=userName&count=1")
                .body("Resources[0].userName", not(nullValue()))
                .body("Resources[0].id", not(nullValue()))
                .body("Resources[0].displayName", nullValue());
        scim.gets("/Users/" + work.anna().id() + "?excludedAttributes=name,groups")
                .body("displayName", equalTo("Anna"))
                .body("name", nullValue())
                .body("groups", nullValue());
        scim.gets("/Users").body("Resources", hasSize(all));
    }

    @Test
    void another_organisations_people_are_not_there() {
        Employee stranger = given.aWorkplace().anna();
        for (String id : List.of(stranger.id().toString(), UUID.randomUUID().toString(), "none")) {
            String path = "/Users/" + id;
            scim.gets(path).statusCode(404);
            scim.patches(path, operation("replace", "active", false)).statusCode(404);
            scim.sends("DELETE", path, null).statusCode(404);
        }
        scim.finds("/Users", "userName eq \"" + stranger.email() + "\"").body("totalResults", equalTo(0));
        stranger.reads("/me").statusCode(200);
    }

    @Test
    void what_the_system_does_with_people_and_teams_is_in_the_audit_as_its_own_doing() {
        String id = scim.creates("/Users", barbara());
        String team = scim.makesGroup("Vejledningen", id);
        scim.patches("/Users/" + id, Map.of("op", "replace", "path", "title", "value", "Teamleder"));
        scim.patches("/Users/" + id, Map.of("op", "replace", "path", "title", "value", "Teamleder"));
        scim.patches("/Users/" + id, Map.of("op", "add", "path", "roles", "value", List.of(Map.of("value", "LEADER"))))
                .statusCode(200);
        scim.patches("/Users/" + id, Map.of("op", "replace", "path", "active", "value", false));
        scim.sends("DELETE", "/Users/" + id, null).statusCode(204);
        work.erik()
                .reads("/audit")
                .body(
                        "kind",
                        contains(
                                "PERSON_REMOVED",
                                "PERSON_DEACTIVATED",
                                "ROLES_CHANGED",
                                "PERSON_CHANGED",
                                "PERSON_MOVED",
                                "TEAM_ADDED",
                                "PERSON_ADDED"))
                .body("by.type", everyItem(equalTo("API_CLIENT")))
                .body("find { it.kind == 'TEAM_ADDED' }.about.id", equalTo(team))
                .body("find { it.kind == 'PERSON_MOVED' }.about.id", equalTo(id));
    }

    @Test
    void an_address_changed_along_with_what_somebody_may_has_its_own_entry_in_the_audit() {
        String id = scim.creates("/Users", barbara());
        scim.patches(
                        "/Users/" + id,
                        operation("replace", "userName", address("barbara.ny")),
                        operation("add", "roles", List.of(Map.of("value", "LEADER"))))
                .statusCode(200);
        scim.patches(
                        "/Users/" + id,
                        operation("replace", "userName", address("barbara.nyest")),
                        operation("replace", "active", false))
                .statusCode(200);
        work.erik()
                .reads("/audit")
                .body(
                        "kind",
                        containsInAnyOrder(
                                "PERSON_DEACTIVATED",
                                "PERSON_CHANGED",
                                "ROLES_CHANGED",
                                "PERSON_CHANGED",
                                "PERSON_ADDED"));
    }
}
