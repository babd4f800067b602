package dk.dialogspejl.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Inbox;
import dk.dialogspejl.testing.Inbox.Letter;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What comes by mail, once, when it is due, and that it tells no more than it may. */
@QuarkusTest
class SendDigestsTest extends ApiTest {

    @Inject
    SendDigests send;

    @Inject
    Inbox inbox;

    @Inject
    EntityManager entities;

    /** As if the time had come. */
    private void isDue(Employee reader) {
        given.inOrganisation(
                new UUID(0, 0),
                () -> entities.createNativeQuery(
                                "update digest set due_at = now() - interval '1 second' where person_id = :person")
                        .setParameter("person", reader.id())
                        .executeUpdate());
    }

    private List<Letter> lettersTo(Employee reader) {
        isDue(reader);
        send.sendAll();
        return inbox.lettersTo(reader.email());
    }

    private static void chooses(Employee reader, String topic, String pace) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "language",
                "da",
                "round",
                "SOON",
                "agreement",
                "DAILY",
                "shared",
                "DAILY",
                "talk",
                "SOON",
                "summary",
                "DAILY",
                "reminder",
                "DAILY"));
        all.put(topic, pace);
        String path = "/me/notification-preferences";
        reader.puts(path, reader.etag(path), all).statusCode(200);
    }

    /** To be looked at. */
    private static void keep(String name, Letter letter) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/mails"));
        Files.writeString(folder.resolve(name + ".html"), letter.html());
        Files.writeString(folder.resolve(name + ".txt"), letter.text());
    }

    @Test
    void an_invitation_comes_within_minutes_in_text_and_html_and_leads_to_the_round() {
        RoundStory round = given.aRound().invited();
        send.sendAll();
        assertEquals(List.of(), inbox.lettersTo(round.bo().email())); // what belongs together comes together
        Letter letter = lettersTo(round.bo()).get(0);
        assertEquals("Nyt om et forløb i Dialogspejl", letter.subject());
        assertTrue(letter.text().startsWith("Hej Bo"), letter.text());
        assertTrue(letter.text().contains("Anna vil gerne have dig som sparringspartner."), letter.text());
        String url = "https://dialogspejl.example/rounds/" + round.id();
        assertTrue(letter.text().contains(url), letter.text());
        assertTrue(letter.html().contains("href=\"" + url + "\""), letter.html());
        assertTrue(letter.html().contains("href=\"https://dialogspejl.example/me\""), letter.html());
        assertFalse(letter.subject().contains("Anna"));
        assertEquals(List.of(), lettersTo(round.anna()));
    }

    @Test
    void all_that_waits_comes_in_one_mail_and_only_once() throws IOException {
        RoundStory round = given.aRound().sharingEarly().summarised();
        String summary = round.path("/summary");
        round.anna()
                .puts(summary + "/approval", round.anna().etag(summary), null)
                .statusCode(200);
        assertEquals(1, lettersTo(round.bo()).size());
        Letter letter = lettersTo(round.bo()).get(0);
        assertEquals("Der er nyt til dig i Dialogspejl", letter.subject());
        keep("mail-da", letter);
        assertTrue(letter.text().contains("delt sine refleksioner"), letter.text());
        assertTrue(letter.text().contains("har godkendt jeres opsummering"), letter.text());
        assertEquals(1, lettersTo(round.bo()).size());
    }

    @Test
    void several_instances_send_one_mail() throws Exception {
        RoundStory round = given.aRound().invited();
        isDue(round.bo());
        Callable<Void> instance = () -> {
            send.sendAll();
            return null;
        };
        AtOnce.call(Collections.nCopies(4, instance));
        assertEquals(1, inbox.lettersTo(round.bo().email()).size());
    }

    @Test
    void what_has_been_read_or_answered_in_the_app_is_not_mailed() {
        RoundStory round = given.aRound().accepted();
        assertEquals(List.of(), lettersTo(round.bo()));
        assertEquals(1, lettersTo(round.anna()).size());
    }

    @Test
    void who_wants_no_mail_about_something_gets_none_and_reads_it_in_the_app() {
        RoundStory round = given.aRound();
        chooses(round.bo(), "round", "NEVER");
        round.invited();
        assertEquals(List.of(), lettersTo(round.bo()));
        assertEquals("INVITED", round.bo().reads("/me/notifications").extract().path("[0].kind"));
    }

    @Test
    void a_mail_is_in_the_language_its_reader_has_chosen() throws IOException {
        RoundStory round = given.aRound();
        chooses(round.bo(), "language", "en");
        round.sharingEarly().withTalk().concluded();
        Letter letter = lettersTo(round.bo()).get(0);
        assertEquals("There is news for you in Dialogspejl", letter.subject());
        keep("mail-en", letter);
        assertTrue(letter.html().contains("lang=\"en\""));
    }

    @Test
    void nothing_that_anybody_wrote_is_in_a_mail() {
        String canary = "kanariefugl";
        RoundStory round = given.aRound().reflecting().writes("welcome", canary).shares("welcome");
        round.anna().steps(round.id(), "cancel", Map.of("reason", canary)).statusCode(200);
        Letter letter = lettersTo(round.bo()).get(0);
        assertTrue(letter.text().contains("opgivet"), letter.text());
        assertFalse((letter.subject() + letter.text() + letter.html()).contains(canary));
    }

    @Test
    void a_talk_comes_as_an_invitation_that_later_ones_change_and_take_back() throws Exception {
        RoundStory round = given.aRound().reflecting();
        lettersTo(round.anna()); // what came before
        lettersTo(round.bo());
        int before = inbox.lettersTo(round.anna().email()).size();
        Map<String, Object> talk = round.talk();
        plans(round, talk);
        talk.put("place", "Lokale 4");
        plans(round, talk);
        Letter asked = lettersTo(round.anna()).get(before);
        String request = asked.calendar().replace("\r\n ", "");
        for (String line : List.of("METHOD:REQUEST", "SEQUENCE:2", "LOCATION:Lokale 4", "STATUS:CONFIRMED")) {
            assertTrue(request.contains(line + "\r\n"), line + " in " + request);
        }
        assertTrue(request.contains("mailto:" + round.anna().email()), request);
        assertFalse(request.contains(round.bo().email()), request);
        round.anna()
                .posts("/me/notifications/read", Map.of("until", "2100-01-01T00:00:00Z"))
                .statusCode(204);
        round.bo()
                .sends("DELETE", round.path("/talk"), round.bo().etag(round.path("")), null)
                .statusCode(200);
        // Read in the app or not: what stands in the calendar must go.
        round.anna()
                .posts("/me/notifications/read", Map.of("until", "2100-01-01T00:00:00Z"))
                .statusCode(204);
        String cancel = lettersTo(round.anna()).get(before + 1).calendar().replace("\r\n ", "");
        for (String line :
                List.of("METHOD:CANCEL", "SEQUENCE:3", "STATUS:CANCELLED", "UID:talk-" + round.id() + "@dialogspejl")) {
            assertTrue(cancel.contains(line + "\r\n"), line + " in " + cancel);
        }
    }

    private static void plans(RoundStory round, Map<String, Object> talk) {
        round.bo()
                .puts(round.path("/talk"), round.bo().etag(round.path("")), talk)
                .statusCode(200);
    }

    @Test
    void it_says_how_to_get_no_more_of_them_and_that_no_person_wrote_it() throws Exception {
        RoundStory round = given.aRound().invited();
        MimeMessage message = lettersTo(round.bo()).get(0).message();
        assertTrue(message.getHeader("List-Unsubscribe")[0].startsWith(
                "<https://dialogspejl.example/api/v1/unsubscribe/"));
        assertEquals("auto-generated", message.getHeader("Auto-Submitted")[0]);
    }

    @Test
    void who_is_no_longer_in_the_round_gets_no_mail_of_it() {
        RoundStory round = given.aRound().invited();
        Map<String, Object> agreement = round.agreement();
        agreement.put("partnerId", round.workplace().cecilie().id());
        round.anna()
                .puts(round.path("/agreement"), round.anna().etag(round.path("/agreement")), agreement)
                .statusCode(200);
        assertEquals(List.of(), lettersTo(round.bo()));
        assertEquals(1, lettersTo(round.workplace().cecilie()).size());
    }
}
