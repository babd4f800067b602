package dk.dialogspejl.privacy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.AuditTrail;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One may have all that is one's own, and nothing that is another's. */
@QuarkusTest
class MyDataTest extends ApiTest {

    @Inject
    AuditTrail trail;

    private static final String DATA = "/me/data";

    private static final Map<String, Object> PARTNERS_WORDS = Map.of(
            "note",
            "bos-private-note",
            "questions",
            List.of("bos-udelte-spørgsmål?"),
            "questionsShared",
            false,
            "feedback",
            "bos-delte-feedback",
            "feedbackShared",
            true);

    private static RoundStory written(RoundStory round) {
        round.bo()
                .puts(round.path("/partner-feedback/welcome"), "\"0\"", PARTNERS_WORDS)
                .statusCode(200);
        return round;
    }

    @Test
    void an_evaluatee_gets_everything_of_theirs_and_what_is_shared_with_them() {
        RoundStory round = written(given.aRound().outcomes());
        round.anna()
                .reads(DATA)
                .statusCode(200)
                .header("Content-Disposition", containsString("dialogspejl.json"))
                .header("Cache-Control", equalTo("no-store"))
                .body("me.name", equalTo("Anna"))
                .body("email", equalTo(round.anna().email()))
                .body("sessions", hasSize(1))
                .body("sessions[0].startedAt", notNullValue())
                .body("sessions[0].lastUsedAt", notNullValue())
                .body("signIn.providers", empty())
                .body("signIn.knownDevicesLastUsedAt", hasSize(1))
                .body("rounds", hasSize(1))
                .body("rounds[0].round.id", equalTo(round.id().toString()))
                .body("rounds[0].topics.key", hasItem("welcome"))
                .body("rounds[0].agreement.method", equalTo("Stikord lige efter hver dialog"))
                .body("rounds[0].history.step", hasItem("CONCLUDE"))
                .body("rounds[0].dialogues", hasSize(2))
                .body("rounds[0].dialogues[0].dialogue.label", equalTo("Pas til barn"))
                .body(
                        "rounds[0].dialogues[0].reflections.reflections.text",
                        hasItem("Jeg så op før borgeren nåede skranken."))
                .body("rounds[0].feedback.topics.feedback", hasItem("bos-delte-feedback"))
                .body("rounds[0].summary.workedWell", equalTo("Roen og øjenkontakten"))
                .body("rounds[0].followUp.focusPoints[0].note", equalTo("Skærmen er drejet"));
    }

    @Test
    void a_partners_notes_and_what_the_partner_has_not_shared_are_in_neither_file() {
        RoundStory round = written(given.aRound().outcomes());
        for (ValidatableResponse file : List.of(round.anna().reads(DATA), page(round.anna(), "da"))) {
            file.statusCode(200)
                    .body(not(containsString("bos-private-note")))
                    .body(not(containsString("bos-udelte-spørgsmål")));
        }
    }

    @Test
    void a_partner_gets_their_own_words_and_of_the_evaluatees_only_what_is_shared() {
        RoundStory round = written(given.aRound().reflected().writes("needs", "annas-udelte-refleksion"));
        round.bo()
                .reads(DATA)
                .body("rounds[0].feedback.topics.note", hasItem("bos-private-note"))
                .body("rounds[0].dialogues", empty())
                .body(not(containsString("annas-udelte-refleksion")));
        round.shares("welcome");
        round.bo()
                .reads(DATA)
                .body("rounds[0].dialogues[0].reflections.reflections.topic", equalTo(List.of("welcome")))
                .body(not(containsString("annas-udelte-refleksion")));
        page(round.bo(), "da").body(not(containsString("annas-udelte-refleksion")));
    }

    @Test
    void what_the_agreement_said_before_is_in_it_for_both_of_the_two_and_for_no_earlier_partner() {
        Workplace work = given.aWorkplace();
        Employee frida = given.joins(work, "Frida");
        Employee gorm = given.joins(work, "Gorm");
        RoundStory round = RoundStory.at(work).triedWith(frida, gorm).accepted();
        agrees(round, "Vi ringer sammen hver mandag");
        agrees(round, "Vi mødes hver tirsdag");
        for (Employee person : List.of(round.anna(), round.bo())) {
            person.reads(DATA)
                    .body(
                            "rounds[0].agreementChanges.find { it.after == 'Vi mødes hver tirsdag' }.before",
                            equalTo("Vi ringer sammen hver mandag"));
            page(person, "da").body(containsString("Vi ringer sammen hver mandag"));
        }
        frida.reads(DATA).body(not(containsString("mandag")));
        gorm.reads(DATA).body(not(containsString("mandag")));
    }

    @Test
    void what_was_agreed_before_a_partner_came_is_not_the_partners() {
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).invited();
        agrees(round, "Skrevet før Frida");
        agrees(round, "Skrevet om");
        Employee frida = given.joins(work, "Frida");
        Map<String, Object> agreement = new HashMap<>(round.agreement());
        agreement.put("cooperation", "Skrevet om");
        agreement.put("partnerId", frida.id());
        round.anna()
                .puts(round.path("/agreement"), round.anna().etag(round.path("/agreement")), agreement)
                .statusCode(200);
        round.anna().reads(DATA).body("rounds[0].agreementChanges.after", hasItem("Skrevet før Frida"));
        frida.reads(DATA).body("rounds", hasSize(1)).body(not(containsString("Skrevet før Frida")));
    }

    private static void agrees(RoundStory round, String cooperation) {
        Map<String, Object> agreement = new HashMap<>(round.agreement());
        agreement.put("cooperation", cooperation);
        round.anna()
                .puts(round.path("/agreement"), round.anna().etag(round.path("/agreement")), agreement)
                .statusCode(200);
    }

    @Test
    void nobody_elses_rounds_are_in_it() {
        RoundStory round = written(given.aRound().outcomes());
        round.workplace().cecilie().reads(DATA).body("rounds", empty()).body(not(containsString("Pas til barn")));
        round.workplace().dorte().reads(DATA).body("rounds", empty());
    }

    @Test
    void reading_what_another_shared_is_in_the_others_access_log_by_this_way_too() {
        RoundStory round = given.aRound().reflected().shares("welcome");
        round.anna().reads("/me/access").body("", empty());
        round.bo().reads(DATA).statusCode(200);
        round.anna()
                .reads("/me/access")
                .body("", hasSize(1))
                .body("[0].content", equalTo("REFLECTIONS"))
                .body("[0].reader.id", equalTo(round.bo().id().toString()));
        round.anna().reads(DATA).body("readByOthers", hasSize(1)).body("readByMe", empty());
        round.bo().reads(DATA).body("readByMe.content", hasItem("REFLECTIONS"));
    }

    @Test
    void the_page_is_complete_in_itself_escaped_and_in_the_readers_language() {
        RoundStory round = given.aRound().reflecting().writes("welcome", "<script>alert('&')</script>");
        page(round.anna(), "da")
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Disposition", containsString("dialogspejl.html"))
                .body(containsString("<html lang=\"da\">"))
                .body(containsString("<h1>Det Dialogspejl har om dig</h1>"))
                .body(containsString("andres ret til at skrive i fred"))
                .body(containsString("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"))
                .body(not(containsString("<script")))
                .body(not(containsString("src=")))
                .body(not(containsString("href=")));
        page(round.anna(), "en")
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("What Dialogspejl has about you"));
    }

    @Test
    void every_round_in_every_status_can_be_taken_along() {
        for (RoundStory round : List.of(
                given.aRound().invited(),
                given.aRound().withVideo().held(),
                given.aRound().summarised(),
                given.aRound().withVideo().followedUp(),
                given.aRound().cancelled())) {
            for (Employee person : List.of(round.anna(), round.bo())) {
                person.reads(DATA).statusCode(200);
                page(person, "da").statusCode(200);
                page(person, "en").statusCode(200);
            }
        }
    }

    private static ValidatableResponse page(Employee person, String language) {
        return person.asks()
                .accept(ContentType.HTML)
                .header("Accept-Language", language)
                .get(DATA + "/page")
                .then();
    }

    @Test
    void what_the_audit_has_of_somebody_is_theirs_to_read_without_who_did_it() {
        Workplace work = given.aWorkplace();
        work.anna().reads("/audit").statusCode(403);
        work.anna().reads("/audit").statusCode(403);
        work.erik().reads("/audit").statusCode(200); // counts until now are written
        given.inOrganisation(work.organisation(), () -> {
            trail.tellOfSystem(AuditKind.PERSON_MOVED, work.anna().id());
            return null;
        });
        work.anna()
                .reads(DATA)
                .body("audit.kind", contains("PERSON_MOVED", "NOT_ALLOWED"))
                .body("audit[0].by", nullValue())
                .body("audit[1].times", equalTo(2));
        page(work.anna(), "da").body(containsString("Havde ikke adgang (2 gange)"));
    }
}
