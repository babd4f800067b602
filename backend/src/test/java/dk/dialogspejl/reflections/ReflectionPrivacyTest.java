package dk.dialogspejl.reflections;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReflectionPrivacyTest extends ApiTest {

    private static final String CANARY = "Jeg mistede overblikket kanariefugl";

    @Test
    void a_partner_cannot_read_an_unshared_reflection() {
        RoundStory round = given.aRound().reflecting().writes("needs", CANARY);
        round.bo().reads("/dialogues/" + round.dialogue(0)).statusCode(404);
        round.bo().reads("/dialogues/" + round.dialogue(0) + "/reflections").statusCode(404);
        round.bo().reads("/dialogues/" + round.dialogue(0) + "/sharing").statusCode(404);
        round.bo().reads(round.path("/dialogues")).statusCode(200).body("", empty());
    }

    @Test
    void a_partner_reads_just_the_topics_that_are_shared() {
        RoundStory round = given.aRound().reflected().writes("needs", CANARY).shares("welcome");
        String sheet = "/dialogues/" + round.dialogue(0) + "/reflections";
        round.bo()
                .reads(sheet)
                .statusCode(200)
                .body("reader", equalTo("PARTNER"))
                .body("reflections.topic", contains("welcome"))
                .body("reflections[0].text", containsString("Jeg så op"));
        assertFalse(round.bo().reads(sheet).extract().asString().contains("kanariefugl"));
        round.bo().reads(round.path("/dialogues")).body("", hasSize(1)).body("[0].sharedTopics", contains("welcome"));
    }

    @Test
    void what_is_taken_back_is_gone_from_the_partner_at_once_also_after_the_conclusion() {
        RoundStory round = given.aRound().concluded().shares();
        round.bo().reads("/dialogues/" + round.dialogue(0) + "/reflections").statusCode(404);

        RoundStory shared = RoundStory.at(round.workplace()).summarised().shares("welcome", "needs");
        shared.bo()
                .reads("/dialogues/" + shared.dialogue(0) + "/reflections")
                .body("reflections.topic", contains("welcome", "needs"));
        shared.shares("needs");
        shared.bo()
                .reads("/dialogues/" + shared.dialogue(0) + "/reflections")
                .body("reflections.topic", contains("needs"));
    }

    @Test
    void after_the_conclusion_nothing_more_can_be_shared() {
        RoundStory round = given.aRound().concluded();
        String sharing = "/dialogues/" + round.dialogue(0) + "/sharing";
        round.anna()
                .puts(sharing, round.anna().etag(sharing), Map.of("topics", List.of("welcome")))
                .statusCode(409);
    }

    @Test
    void a_cancelled_round_shares_nothing_any_more() {
        RoundStory round = given.aRound().cancelled();
        round.bo().reads(round.path("")).statusCode(200).body("status", equalTo("CANCELLED"));
        round.bo().reads("/dialogues/" + round.dialogue(0) + "/reflections").statusCode(404);
        round.bo().reads(round.path("/dialogues")).body("", empty());
        round.anna().reads("/dialogues/" + round.dialogue(0) + "/reflections").statusCode(200);
    }

    @Test
    void a_canary_in_reflections_notes_and_summary_is_found_by_nobody_else() {
        RoundStory round = given.aRound().reflected().writes("needs", CANARY);
        round.bo()
                .puts(
                        round.path("/partner-feedback/needs"),
                        "\"0\"",
                        Map.of(
                                "note",
                                CANARY,
                                "questions",
                                List.of(CANARY),
                                "questionsShared",
                                false,
                                "feedback",
                                CANARY,
                                "feedbackShared",
                                false))
                .statusCode(200);
        round.anna().steps(round.id(), "open-discussion").statusCode(200);
        Map<String, Object> summary = round.summary();
        summary.put("learning", CANARY);
        round.anna().puts(round.path("/summary"), "\"0\"", summary).statusCode(200);

        var work = round.workplace();
        for (Employee other : List.of(
                work.cecilie(),
                work.dorte(),
                work.erik(),
                work.hr(),
                given.aWorkplace().anna())) {
            for (String path : List.of(
                    "/rounds",
                    round.path(""),
                    round.path("/summary"),
                    round.path("/partner-feedback"),
                    round.path("/dialogues"),
                    round.path("/history"),
                    round.path("/follow-up"),
                    "/dialogues/" + round.dialogue(0) + "/reflections",
                    "/summaries",
                    "/me")) {
                assertFalse(other.reads(path).extract().asString().contains("kanariefugl"), other.name() + " " + path);
            }
        }
        assertFalse(round.anna()
                .reads(round.path("/partner-feedback"))
                .extract()
                .asString()
                .contains("kanariefugl"));
        assertFalse(round.bo()
                .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                .extract()
                .asString()
                .contains("kanariefugl"));
    }

    @Test
    void a_note_may_carry_its_moment_in_a_recording_and_only_there() {
        Map<String, Object> text =
                Map.of("text", "", "moments", List.of(Map.of("second", 75, "note", "Her kigger jeg på skærmen")));
        RoundStory filmed = given.aRound().withVideo().held();
        filmed.anna()
                .puts("/dialogues/" + filmed.dialogue(0) + "/reflections/welcome", "\"0\"", text)
                .statusCode(200)
                .body("moments[0].second", equalTo(75));
        RoundStory unfilmed = given.aRound().held();
        unfilmed.anna()
                .puts("/dialogues/" + unfilmed.dialogue(0) + "/reflections/welcome", "\"0\"", text)
                .statusCode(400)
                .body("violations.field", contains("moments"));
    }

    @Test
    void a_second_tab_does_not_overwrite_the_first() {
        RoundStory round = given.aRound().held();
        String path = "/dialogues/" + round.dialogue(0) + "/reflections/welcome";
        round.anna().puts(path, "\"0\"", Map.of("text", "Fra den ene fane")).statusCode(200);
        round.anna()
                .puts(path, "\"0\"", Map.of("text", "Fra den anden"))
                .statusCode(412)
                .header("ETag", "\"1\"")
                .body("current.text", equalTo("Fra den ene fane"));
    }

    @Test
    void a_concluded_round_is_written_in_no_more() {
        RoundStory round = given.aRound().concluded();
        round.anna()
                .puts("/dialogues/" + round.dialogue(0) + "/reflections/needs", "\"0\"", Map.of("text", "For sent"))
                .statusCode(409);
    }

    @Test
    void text_is_kept_to_the_letter_with_emoji_and_combining_characters() {
        String text = "Smilet 😊 gjorde det. A\u030Arhus, A\u0301ge 👩🏽‍⚕️ — \"citat\" <b> \\ \t\nny linje";
        RoundStory round = given.aRound().held().writes("welcome", text);
        round.anna()
                .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                .body("reflections[0].text", equalTo(text))
                .body("reflections[1].text", not(equalTo(text)));
    }
}
