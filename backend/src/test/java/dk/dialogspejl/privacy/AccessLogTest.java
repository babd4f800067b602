package dk.dialogspejl.privacy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessLogTest extends ApiTest {

    private static final String ACCESS = "/me/access";

    @Test
    void an_evaluatee_sees_that_the_partner_read_what_was_shared() {
        RoundStory round = given.aRound().reflected().shares("welcome");
        round.anna().reads(ACCESS).body("", empty());
        round.bo().reads("/dialogues/" + round.dialogue(0) + "/reflections").statusCode(200);
        round.anna()
                .reads(ACCESS)
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].content", equalTo("REFLECTIONS"))
                .body("[0].reader.id", equalTo(round.bo().id().toString()))
                .body("[0].system", nullValue())
                .body("[0].roundId", equalTo(round.id().toString()))
                .body("[0].dialogueId", equalTo(round.dialogue(0).toString()))
                .body("[0].topics", contains("welcome"));
        round.anna().reads(ACCESS + "?roundId=" + round.id()).body("", hasSize(1));
        round.anna().reads(ACCESS + "?roundId=" + round.dialogue(0)).body("", empty());
    }

    @Test
    void nobody_but_the_owner_sees_who_read() {
        RoundStory round = given.aRound().reflected().shares("welcome");
        round.bo().reads("/dialogues/" + round.dialogue(0) + "/reflections");
        round.bo().reads(ACCESS).body("", empty());
        round.workplace().cecilie().reads(ACCESS).body("", empty());
    }

    @Test
    void reading_ones_own_and_being_refused_leave_no_trace() {
        RoundStory round = given.aRound().reflected();
        String sheet = "/dialogues/" + round.dialogue(0) + "/reflections";
        round.anna().reads(sheet).statusCode(200);
        round.bo().reads(sheet).statusCode(404);
        round.anna().reads(ACCESS).body("", empty());
    }

    @Test
    void a_partner_sees_that_the_evaluatee_read_the_feedback() {
        RoundStory round = given.aRound().reflected();
        String page = round.path("/partner-feedback/needs");
        round.anna().reads(round.path("/partner-feedback"));
        round.bo()
                .puts(
                        page,
                        "\"0\"",
                        Map.of(
                                "note",
                                "kanariefugl",
                                "questions",
                                List.of("Hvad lagde du mærke til?"),
                                "questionsShared",
                                true,
                                "feedback",
                                "",
                                "feedbackShared",
                                false))
                .statusCode(200);
        round.bo().reads(ACCESS).body("", empty());
        round.anna().reads(round.path("/partner-feedback")).statusCode(200);
        round.bo()
                .reads(ACCESS)
                .body("", hasSize(1))
                .body("[0].content", equalTo("FEEDBACK"))
                .body("[0].topics", contains("needs"))
                .body("[0].reader.id", equalTo(round.anna().id().toString()));
    }

    @Test
    void an_evaluatee_sees_which_system_fetched_the_summary() {
        RoundStory round = given.aRound().concluded();
        round.workplace().hr().reads("/summaries").statusCode(200);
        round.anna().reads(ACCESS).body("", empty());
        round.anna().puts(round.path("/summary/sharing"), "\"1\"", null).statusCode(200);
        round.workplace().hr().reads("/summaries").statusCode(200);
        round.anna()
                .reads(ACCESS)
                .body("", hasSize(1))
                .body("[0].content", equalTo("SUMMARY"))
                .body("[0].system", equalTo("HR"))
                .body("[0].revision", equalTo(1))
                .body("[0].reader", nullValue())
                .body("[0].topics", empty());
    }

    @Test
    void each_read_is_an_entry_newest_first_page_by_page_and_without_a_word_of_what_was_read() {
        RoundStory round = given.aRound().reflected().shares("welcome");
        for (int read = 0; read < 3; read++) {
            round.bo().reads("/dialogues/" + round.dialogue(0) + "/reflections");
        }
        String next = round.anna()
                .reads(ACCESS + "?limit=2")
                .body("", hasSize(2))
                .body(not(containsString("Jeg så op")))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .header("Link");
        String cursor = next.replaceAll(".*cursor=([^>&]+).*", "$1");
        round.anna().reads(ACCESS + "?limit=2&cursor=" + cursor).body("", hasSize(1));
    }

    @Test
    void what_people_and_systems_read_is_told_together_in_the_order_of_time_and_page_by_page() {
        RoundStory round = given.aRound().sharingEarly().concluded();
        String sheet = "/dialogues/" + round.dialogue(0) + "/reflections";
        round.bo().reads(sheet);
        round.shares(true);
        round.workplace().hr().reads("/summaries").statusCode(200);
        round.bo().reads(sheet);
        round.workplace().hr().reads("/summaries").statusCode(200);
        List<String> all = round.anna().reads(ACCESS).extract().path("content");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = round.anna().reads(ACCESS + "?limit=1" + cursor).extract();
            paged.addAll(page.path("content"));
            String next = page.header("Link");
            cursor = next == null ? null : "&cursor=" + next.replaceAll(".*cursor=([^>&]+).*", "$1");
        }
        assertEquals(List.of("SUMMARY", "REFLECTIONS", "SUMMARY", "REFLECTIONS"), all);
        assertEquals(all, paged);
        round.anna().reads(ACCESS + "?roundId=" + round.id()).body("", hasSize(4));
        round.anna().reads(ACCESS + "?roundId=" + round.dialogue(0)).body("", empty());
    }
}
