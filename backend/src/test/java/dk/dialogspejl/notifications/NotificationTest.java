package dk.dialogspejl.notifications;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.LiveStream;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is told what, and that nobody is told what they may not know. */
@QuarkusTest
class NotificationTest extends ApiTest {

    private static final String LIST = "/me/notifications";

    @Inject
    Reminders reminders;

    @Inject
    EntityManager entities;

    private static List<String> kinds(Employee reader) {
        return reader.reads(LIST + "?limit=100").statusCode(200).extract().path("kind");
    }

    private static int unread(Employee reader) {
        return reader.reads(LIST + "/unread").statusCode(200).extract().path("count");
    }

    @Test
    void each_of_the_two_is_told_what_the_other_did_and_the_others_are_told_nothing() {
        RoundStory round = given.aRound().sharingEarly().followedUp();
        assertEquals(List.of("CONCLUDED", "ACCEPTED"), kinds(round.anna()));
        assertEquals(
                List.of("CONCLUDED", "SUMMARY_TO_APPROVE", "DIALOGUE_SHARED", "CONFIRMATION_NEEDED", "INVITED"),
                kinds(round.bo()));
        Workplace work = round.workplace();
        for (Employee other : List.of(
                work.cecilie(), work.dorte(), work.erik(), given.aWorkplace().anna())) {
            other.reads(LIST).statusCode(200).body("", empty());
        }
    }

    @Test
    void it_says_who_and_what_in_the_readers_language_and_where_it_leads() {
        RoundStory round = given.aRound().invited();
        round.bo()
                .reads(LIST)
                .body("text", contains("Anna vil gerne have dig som sparringspartner."))
                .body("place", contains("/rounds/" + round.id()))
                .body("read", contains(false));
        round.bo()
                .asks()
                .header("Accept-Language", "en")
                .get(LIST)
                .then()
                .body("text", contains("Anna would like you to be their sparring partner."));
    }

    @Test
    void nothing_that_anybody_wrote_is_in_it() {
        String canary = "kanariefugl";
        RoundStory round = given.aRound().reflecting().writes("welcome", canary).shares("welcome");
        String sheet = round.path("/partner-feedback");
        String version =
                "\"" + round.bo().reads(sheet).extract().path("topics.find { it.topic == 'welcome' }.version") + "\"";
        round.bo()
                .puts(
                        sheet + "/welcome",
                        version,
                        Map.of(
                                "note",
                                canary,
                                "questions",
                                List.of(canary),
                                "questionsShared",
                                true,
                                "feedback",
                                canary,
                                "feedbackShared",
                                true))
                .statusCode(200);
        round.anna().steps(round.id(), "cancel", Map.of("reason", canary)).statusCode(200);
        for (Employee reader : List.of(round.anna(), round.bo())) {
            assertFalse(kinds(reader).isEmpty());
            reader.reads(LIST).body(not(containsString(canary)));
        }
        assertTrue(kinds(round.anna()).contains("FEEDBACK_SHARED"));
    }

    @Test
    void the_same_is_told_once_while_it_is_unread_and_again_after_that() {
        RoundStory round = given.aRound().confirmed();
        changesCooperation(round, "Vi ringer");
        changesCooperation(round, "Vi ringer sammen");
        assertEquals(
                1,
                kinds(round.bo()).stream().filter("AGREEMENT_CHANGED"::equals).count());
        readsAll(round.bo());
        changesCooperation(round, "Vi mødes");
        assertEquals(
                2,
                kinds(round.bo()).stream().filter("AGREEMENT_CHANGED"::equals).count());
    }

    private static void changesCooperation(RoundStory round, String how) {
        Map<String, Object> agreement = round.agreement();
        agreement.put("cooperation", how);
        String path = round.path("/agreement");
        round.anna().puts(path, round.anna().etag(path), agreement).statusCode(200);
    }

    private static void readsAll(Employee reader) {
        String newest = reader.reads(LIST).extract().path("[0].at");
        reader.posts(LIST + "/read", Map.of("until", newest)).statusCode(204);
    }

    @Test
    void what_is_shared_wider_is_told_and_what_is_taken_back_is_not() {
        RoundStory round = given.aRound().reflected().shares("welcome");
        readsAll(round.bo());
        round.shares(); // taken back
        round.writes("needs", "Jeg spurgte åbent.");
        assertEquals(0, unread(round.bo()));
        round.shares("needs");
        assertEquals(1, unread(round.bo()));
    }

    @Test
    void what_one_answers_oneself_is_read_and_what_is_not_so_any_more_is_gone() {
        RoundStory round = given.aRound().accepted();
        round.bo().reads(LIST).body("find { it.kind == 'INVITED' }.read", is(true));
        RoundStory other = given.aRound().summarised();
        String approval = other.path("/summary/approval");
        other.anna()
                .puts(approval, other.anna().etag(other.path("/summary")), null)
                .statusCode(200);
        assertTrue(kinds(other.bo()).contains("SUMMARY_TO_APPROVE"));
        other.anna()
                .sends("DELETE", approval, other.anna().etag(other.path("/summary")), null)
                .statusCode(200);
        assertFalse(kinds(other.bo()).contains("SUMMARY_TO_APPROVE"));
    }

    @Test
    void who_is_no_longer_in_the_round_is_told_nothing_of_it() {
        Workplace work = given.aWorkplace();
        Employee declined = given.joins(work, "Frida");
        Employee replaced = given.joins(work, "Gorm");
        RoundStory round = RoundStory.at(work).triedWith(declined, replaced).invited();
        declined.reads(LIST).body("", empty());
        replaced.reads(LIST).body("", empty());
        assertEquals(0, unread(replaced));
        round.bo().reads(LIST).body("kind", contains("INVITED"));
        round.anna().reads(LIST).body("kind", contains("ACCEPTED", "DECLINED")).body("[1].text", startsWith("Frida "));
    }

    @Test
    void reading_one_leaves_the_rest_and_what_came_meanwhile_stays_unread() {
        RoundStory round = given.aRound().sharingEarly().summarised();
        int before = unread(round.bo());
        round.bo()
                .posts(LIST + "/" + round.bo().reads(LIST).extract().path("[0].id") + "/read", null)
                .statusCode(204);
        assertEquals(before - 1, unread(round.bo()));
        String newest = round.bo().reads(LIST).extract().path("[0].at");
        round.anna()
                .puts(round.path("/summary/approval"), round.anna().etag(round.path("/summary")), null)
                .statusCode(200);
        round.bo().posts(LIST + "/read", Map.of("until", newest)).statusCode(204);
        round.bo().reads(LIST).body("findAll { !it.read }.kind", contains("SUMMARY_TO_APPROVE"));
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended() {
        RoundStory round = given.aRound().sharingEarly().concluded();
        List<String> paged = new ArrayList<>();
        String path = LIST + "?limit=2";
        while (path != null) {
            var page = round.bo()
                    .reads(path)
                    .statusCode(200)
                    .body("", hasSize(not(0)))
                    .extract();
            paged.addAll(page.path("id"));
            String link = page.header("Link");
            path = link == null ? null : link.substring("</api/v1".length(), link.indexOf('>'));
        }
        List<String> whole = round.bo().reads(LIST + "?limit=100").extract().path("id");
        assertEquals(whole, paged);
    }

    @Test
    void a_talk_that_is_planned_moved_and_cancelled_is_told_to_both_and_is_read_to_who_did_it() {
        RoundStory round = given.aRound().reflecting();
        Map<String, Object> talk = round.talk();
        plans(round, round.bo(), talk);
        talk.put(
                "at",
                Instant.parse((String) talk.get("at")).plus(Duration.ofDays(1)).toString());
        plans(round, round.anna(), talk);
        plans(round, round.anna(), talk); // the same again is no change
        round.anna()
                .sends("DELETE", round.path("/talk"), round.anna().etag(round.path("")), null)
                .statusCode(200);
        round.anna()
                .reads(LIST)
                .body("findAll { it.topic == 'TALK' }.kind", contains("TALK_CANCELLED", "TALK_MOVED", "TALK_PLANNED"))
                .body("findAll { it.topic == 'TALK' }.read", contains(true, true, false));
        round.bo()
                .reads(LIST)
                .body("findAll { it.topic == 'TALK' }.read", contains(false, false, true))
                .body("findAll { it.topic == 'TALK' }.text", everyItem(startsWith("Samtalen med Anna ")));
    }

    private static void plans(RoundStory round, Employee by, Map<String, ?> talk) {
        by.puts(round.path("/talk"), by.etag(round.path("")), talk).statusCode(200);
    }

    @Test
    void a_reminder_is_given_when_its_day_has_come_and_once() {
        RoundStory round = given.aRound().withVideo().concluded();
        reminders.remindAll();
        assertFalse(kinds(round.anna()).contains("FOLLOW_UP_DUE"));
        given.inOrganisation(round.workplace().organisation(), () -> {
            entities.createNativeQuery("update summary set follow_up_on = :today")
                    .setParameter("today", RoundStory.inDays(0))
                    .executeUpdate();
            return entities.createNativeQuery("update dialogue set delete_by = :tomorrow")
                    .setParameter("tomorrow", RoundStory.inDays(1))
                    .executeUpdate();
        });
        reminders.remindAll();
        readsAll(round.anna());
        reminders.remindAll();
        assertEquals(
                List.of("FOLLOW_UP_DUE", "RECORDING_DUE"),
                kinds(round.anna()).stream()
                        .filter(kind -> kind.endsWith("_DUE"))
                        .sorted()
                        .toList());
        round.bo().reads(LIST).body("kind", hasItem("FOLLOW_UP_DUE")).body("kind", not(hasItem("RECORDING_DUE")));
    }

    @Test
    void who_listens_hears_at_once_that_there_is_something_new_and_others_hear_nothing() {
        RoundStory round = given.aRound().summarised();
        try (LiveStream bo = LiveStream.open(round.bo(), "/api/v1" + LIST + "/live");
                LiveStream anna = LiveStream.open(round.anna(), "/api/v1" + LIST + "/live")) {
            assertEquals("{\"kind\":\"CHANGED\"}", bo.next());
            anna.next();
            round.anna().puts(round.path("/summary/approval"), round.anna().etag(round.path("/summary")), null);
            assertEquals("{\"kind\":\"CHANGED\"}", bo.next());
            assertEquals(List.of(), anna.during(Duration.ofMillis(300)));
        }
    }
}
