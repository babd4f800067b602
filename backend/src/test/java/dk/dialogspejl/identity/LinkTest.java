package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Inbox;
import dk.dialogspejl.testing.Inbox.Letter;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkTest extends ApiTest {

    private static final String NEW = "syv regnvåde giraffer";

    @Inject
    Inbox inbox;

    @Inject
    AllHeard allHeard;

    @Inject
    EntityManager entities;

    private static Response post(String path, Map<String, ?> body) {
        return RestAssured.given().contentType(ContentType.JSON).body(body).post("/api/v1/session" + path);
    }

    private static Response forgot(String email) {
        return post("/forgotten", Map.of("email", email));
    }

    private static Response set(String link, String password) {
        return post("/password", Map.of("link", link, "password", password));
    }

    private static Response signIn(String email, String password) {
        return post("", Map.of("email", email, "password", password));
    }

    private String linkFor(Employee employee) {
        int before = inbox.lettersTo(employee.email()).size();
        forgot(employee.email()).then().statusCode(204);
        List<Letter> letters = inbox.lettersTo(employee.email(), before + 1);
        return letters.get(letters.size() - 1).link();
    }

    private void invite(Workplace work, String email) {
        work.erik()
                .posts("/invitations", Map.of("name", "Mette Dahl", "email", email, "grantedRoles", List.of("LEADER")))
                .statusCode(204);
    }

    @Test
    void who_has_forgotten_the_password_chooses_a_new_one_by_mail_and_is_signed_out_everywhere_else() {
        Employee anna = given.aWorkplace().anna();
        String link = linkFor(anna);
        post("/link", Map.of("link", link))
                .then()
                .statusCode(200)
                .body("kind", equalTo("RESET"))
                .body("name", equalTo("Anna"))
                .body("email", equalTo(anna.email()));
        set(link, NEW).then().statusCode(200).cookie("refresh", notNullValue()).body("access_token", notNullValue());
        allHeard.await();
        anna.reads("/me").statusCode(401);
        signIn(anna.email(), Given.PASSWORD).then().statusCode(401);
        signIn(anna.email(), NEW).then().statusCode(200);
    }

    @Test
    void the_mail_is_text_and_html_in_the_readers_language_with_the_link_in_the_fragment() {
        Workplace work = given.aWorkplace();
        forgot(work.anna().email());
        Letter danish = inbox.lettersTo(work.anna().email(), 1).get(0);
        assertEquals("Vælg en ny adgangskode til Dialogspejl", danish.subject());
        assertTrue(danish.text().startsWith("Hej Anna"), danish.text());
        assertTrue(danish.html().contains("href=\"https://dialogspejl.example/link#" + danish.link() + "\""));
        RestAssured.given()
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(Map.of("email", work.bo().email()))
                .post("/api/v1/session/forgotten");
        Letter english = inbox.lettersTo(work.bo().email(), 1).get(0);
        assertEquals("Choose a new password for Dialogspejl", english.subject());
    }

    @Test
    void a_link_works_once_and_takes_the_others_with_it() {
        Employee anna = given.aWorkplace().anna();
        String first = linkFor(anna);
        String second = linkFor(anna);
        set(second, NEW).then().statusCode(200);
        set(second, NEW).then().statusCode(410).body("type", equalTo("urn:dialogspejl:problem:link-not-good"));
        set(first, NEW).then().statusCode(410);
        post("/link", Map.of("link", first)).then().statusCode(410);
    }

    @Test
    void of_many_uses_at_once_one_succeeds() throws Exception {
        String link = linkFor(given.aWorkplace().anna());
        Callable<Integer> use = () -> set(link, NEW).statusCode();
        List<Integer> answers = AtOnce.call(Collections.nCopies(8, use));
        assertEquals(1, Collections.frequency(answers, 200));
        assertEquals(7, Collections.frequency(answers, 410));
    }

    @Test
    void a_link_that_is_too_old_or_made_up_does_not_work() {
        Workplace work = given.aWorkplace();
        String link = linkFor(work.anna());
        String madeUp = link.substring(0, link.lastIndexOf('.') + 1) + Secrets.random();
        for (String no : List.of(madeUp, "a.b.c", "", work.organisation() + "." + UUID.randomUUID() + ".x")) {
            post("/link", Map.of("link", no)).then().statusCode(410);
        }
        String elsewhere = given.aWorkplace().organisation() + link.substring(link.indexOf('.'));
        set(elsewhere, NEW).then().statusCode(410);
        given.inOrganisation(
                work.organisation(),
                () -> entities.createNativeQuery("update one_time_link set expires_at = now()")
                        .executeUpdate());
        set(link, NEW).then().statusCode(410);
        signIn(work.anna().email(), Given.PASSWORD).then().statusCode(200);
    }

    @Test
    void a_refused_password_leaves_the_link_good() {
        Employee anna = given.aWorkplace().anna();
        String link = linkFor(anna);
        set(link, "passwordpassword").then().statusCode(400).body("violations.field", hasItem("password"));
        set(link, NEW).then().statusCode(200);
    }

    @Test
    void neither_the_link_nor_its_secret_is_in_the_database() {
        Workplace work = given.aWorkplace();
        String secret = linkFor(work.anna()).split("\\.")[2];
        List<?> rows = given.inOrganisation(
                work.organisation(),
                () -> entities.createNativeQuery("select to_jsonb(l)::text from one_time_link l", String.class)
                        .getResultList());
        assertEquals(1, rows.size());
        assertFalse(rows.get(0).toString().contains(secret));
        assertTrue(rows.get(0).toString().contains(Secrets.hash(secret)));
    }

    @Test
    void asking_tells_nothing_of_whether_there_is_such_an_account() {
        Employee anna = given.aWorkplace().anna();
        Response unknown = forgot("ingen-" + anna.email());
        Response known = forgot(anna.email());
        assertEquals(unknown.statusCode(), known.statusCode());
        assertEquals(unknown.asString(), known.asString());
        inbox.lettersTo(anna.email(), 1); // and whoever asked before has been answered, or not
        assertEquals(List.of(), inbox.lettersTo("ingen-" + anna.email()));
    }

    @Test
    void nobodys_inbox_is_filled() {
        Employee anna = given.aWorkplace().anna();
        for (int time = 0; time < 6; time++) {
            forgot(anna.email()).then().statusCode(204);
        }
        Employee bo = given.aWorkplace().bo();
        forgot(bo.email());
        inbox.lettersTo(bo.email(), 1); // sent after those
        assertEquals(3, inbox.lettersTo(anna.email()).size());
    }

    @Test
    void a_deactivated_person_gets_no_link_and_cannot_use_one() {
        Workplace work = given.aWorkplace();
        String link = linkFor(work.anna());
        given.inOrganisation(
                work.organisation(),
                () -> entities.createNativeQuery("update person set active = false where id = :id")
                        .setParameter("id", work.anna().id())
                        .executeUpdate());
        set(link, NEW).then().statusCode(410);
    }

    @Test
    void an_invitation_leads_to_an_account_and_is_sent_anew_until_it_is_accepted() {
        Workplace work = given.aWorkplace();
        String email = "mette@" + work.organisation() + ".example";
        invite(work, email);
        signIn(email, NEW).then().statusCode(401);
        invite(work, email);
        Letter letter = inbox.lettersTo(email, 2).get(1);
        assertEquals("Velkommen til Dialogspejl", letter.subject());
        post("/link", Map.of("link", letter.link())).then().body("kind", equalTo("INVITATION"));
        String token = set(letter.link(), NEW).then().statusCode(200).extract().path("access_token");
        new Employee("Mette", null, email, token)
                .reads("/me")
                .body("name", equalTo("Mette Dahl"))
                .body("roles", hasItem("LEADER"));
        signIn(email, NEW).then().statusCode(200);
        work.erik()
                .posts("/invitations", Map.of("name", "Mette", "email", email))
                .statusCode(400)
                .body("violations.field", hasItem("email"));
    }

    @Test
    void an_address_of_another_organisation_cannot_be_invited() {
        Employee stranger = given.aWorkplace().anna();
        given.aWorkplace()
                .erik()
                .posts("/invitations", Map.of("name", "Anna", "email", stranger.email()))
                .statusCode(400);
        Given.token(stranger.email());
    }
}
