package dk.dialogspejl.notifications.mail;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.sealing.OrganisationKeys;
import dk.dialogspejl.platform.sealing.Place;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Inbox;
import dk.dialogspejl.testing.Inbox.Letter;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mails are turned off by a link in them, with one click, by whoever has the mail, and nothing else is. */
@QuarkusTest
class UnsubscribeTest extends ApiTest {

    private static final String PREFERENCES = "/me/notification-preferences";

    @Inject
    SendDigests send;

    @Inject
    Inbox inbox;

    @Inject
    EntityManager entities;

    @Inject
    OrganisationKeys keys;

    private Letter letterTo(Employee reader) {
        given.inOrganisation(
                new UUID(0, 0),
                () -> entities.createNativeQuery(
                                "update digest set due_at = now() - interval '1 second' where person_id = :person")
                        .setParameter("person", reader.id())
                        .executeUpdate());
        send.sendAll();
        List<Letter> letters = inbox.lettersTo(reader.email());
        return letters.isEmpty() ? null : letters.get(letters.size() - 1);
    }

    /** Without the product's own address. */
    private static String address(Letter letter) throws MessagingException {
        String header = letter.message().getHeader("List-Unsubscribe")[0];
        return header.substring("<https://dialogspejl.example".length(), header.length() - 1);
    }

    /** As mail programs do (RFC 8058, section 3.2): a form, and nothing that says who it is. */
    private static ValidatableResponse click(String address) {
        return RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(address)
                .then();
    }

    @Test
    void one_click_turns_the_mails_off_without_signing_in() throws MessagingException {
        RoundStory round = given.aRound().invited();
        Employee bo = round.bo();
        Letter letter = letterTo(bo);
        assertEquals("List-Unsubscribe=One-Click", letter.message().getHeader("List-Unsubscribe-Post")[0]);
        click(address(letter)).statusCode(204);
        for (String topic : List.of("round", "agreement", "shared", "talk", "summary", "reminder")) {
            bo.reads(PREFERENCES).body(topic, equalTo("NEVER")).body("language", equalTo("da"));
        }
        click(address(letter)).statusCode(204); // again, as safely
    }

    @Test
    void what_waited_for_a_mail_is_told_in_the_app_alone() throws MessagingException {
        RoundStory round = given.aRound().invited();
        Employee bo = round.bo();
        String address = address(letterTo(bo));
        round.anna().steps(round.id(), "cancel").statusCode(200);
        click(address).statusCode(204);
        int told =
                bo.reads("/me/notifications").extract().jsonPath().getList("").size();
        assertTrue(told >= 1, told + " in the app");
        letterTo(bo);
        assertEquals(1, inbox.lettersTo(bo.email()).size());
    }

    @Test
    void a_program_that_follows_the_link_turns_nothing_off() throws MessagingException {
        RoundStory round = given.aRound().invited();
        String address = address(letterTo(round.bo()));
        String page = RestAssured.given()
                .redirects()
                .follow(false)
                .get(address)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertTrue(page.endsWith("/unsubscribe#" + address.substring(address.lastIndexOf('/') + 1)), page);
        round.bo().reads(PREFERENCES).body("round", equalTo("SOON"));
    }

    @Test
    void the_mail_leads_people_to_the_same_page() throws MessagingException {
        RoundStory round = given.aRound().invited();
        Letter letter = letterTo(round.bo());
        String link = address(letter).replace("/api/v1/unsubscribe/", "https://dialogspejl.example/unsubscribe#");
        assertTrue(letter.text().contains("Slå mails fra: " + link), letter.text());
        assertTrue(letter.html().contains("href=\"" + link + "\""), letter.html());
    }

    @Test
    void a_link_tells_nobody_whose_it_is_and_each_mail_has_another() {
        RoundStory round = given.aRound().invited();
        String link = link(round, Instant.now().plusSeconds(60));
        String sealed = new String(Base64.getUrlDecoder().decode(link.split("\\.")[1]), StandardCharsets.ISO_8859_1);
        assertFalse((link + sealed).contains(round.bo().id().toString()));
        assertFalse(link.equals(link(round, Instant.now().plusSeconds(60))));
    }

    @Test
    void a_link_that_is_old_changed_or_another_organisations_turns_nothing_off() {
        RoundStory round = given.aRound().invited();
        RoundStory elsewhere = given.aRound().invited();
        String good = link(round, Instant.now().plusSeconds(60));
        String sealed = good.split("\\.")[1];
        String changed = (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1);
        for (String link : List.of(
                link(round, Instant.now().minusSeconds(1)),
                round.workplace().organisation() + "." + changed,
                elsewhere.workplace().organisation() + "." + sealed,
                UUID.randomUUID() + "." + sealed,
                round.workplace().organisation() + ".",
                good.substring(0, good.length() - 1),
                good.substring(0, good.length() - 2),
                good.substring(0, good.length() - 3),
                good + "A",
                "unsubscribe")) {
            click("/api/v1/unsubscribe/" + link)
                    .statusCode(410)
                    .body("type", equalTo("urn:dialogspejl:problem:mail-link-not-good"))
                    .body("title", equalTo("Linket virker ikke"));
        }
        for (Employee reader : List.of(round.bo(), elsewhere.bo())) {
            reader.reads(PREFERENCES).body("round", equalTo("SOON"));
        }
        click("/api/v1/unsubscribe/" + good).statusCode(204);
    }

    private String link(RoundStory round, Instant until) {
        UUID organisation = round.workplace().organisation();
        var owner = new Unsubscribe.Owner(round.bo().id(), until.getEpochSecond());
        return given.inOrganisation(
                organisation,
                () -> organisation + "."
                        + keys.cipher()
                                .seal(owner, new Place(organisation, "unsubscribe", organisation))
                                .toText());
    }
}
