package dk.dialogspejl.summaries;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SummaryTest extends ApiTest {

    @Test
    void both_write_the_same_summary() {
        RoundStory round = given.aRound().discussing();
        Map<String, Object> text = round.summary();
        round.bo()
                .puts(round.path("/summary"), "\"0\"", text)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("editedBy.name", equalTo("Bo"));
        text.put("learning", "Vi deler pausen med teamet");
        round.anna().puts(round.path("/summary"), "\"1\"", text).statusCode(200);
        round.bo()
                .reads(round.path("/summary"))
                .body("learning", equalTo("Vi deler pausen med teamet"))
                .body("editedBy.name", equalTo("Anna"));
    }

    @Test
    void of_two_who_write_at_once_neither_loses_a_text() throws Exception {
        RoundStory round = given.aRound().discussing();
        for (int attempt = 0; attempt < 10; attempt++) {
            String etag = round.anna().etag(round.path("/summary"));
            String annas = "Annas ord " + attempt;
            String bos = "Bos ord " + attempt;
            List<Integer> answers = AtOnce.call(List.of(
                    () -> write(round, round.anna(), etag, "workedWell", annas),
                    () -> write(round, round.bo(), etag, "learning", bos)));
            assertEquals(List.of(200, 412), answers.stream().sorted().toList());

            // The one who was late gets what is there, adds the own words to it and sends again.
            boolean annaWasLate = answers.get(0) == 412;
            Employee late = annaWasLate ? round.anna() : round.bo();
            var stale = late.puts(round.path("/summary"), etag, round.summary())
                    .statusCode(412)
                    .body(annaWasLate ? "current.learning" : "current.workedWell", equalTo(annaWasLate ? bos : annas));
            Map<String, Object> merged = round.summary();
            merged.put("workedWell", annas);
            merged.put("learning", bos);
            late.puts(round.path("/summary"), stale.extract().header("ETag"), merged)
                    .statusCode(200);
            round.anna()
                    .reads(round.path("/summary"))
                    .body("workedWell", equalTo(annas))
                    .body("learning", equalTo(bos));
        }
    }

    private static int write(RoundStory round, Employee writer, String etag, String field, String words) {
        Map<String, Object> text = round.summary();
        text.put(field, words);
        return writer.puts(round.path("/summary"), etag, text).extract().statusCode();
    }

    @Test
    void of_fifty_second_approvals_at_once_one_concludes_the_round() throws Exception {
        RoundStory round = given.aRound().summarised();
        String etag = round.anna().etag(round.path("/summary"));
        round.anna().puts(round.path("/summary/approval"), etag, null).statusCode(200);

        List<Callable<Integer>> approvals = new ArrayList<>();
        for (int approval = 0; approval < 50; approval++) {
            approvals.add(() -> round.bo()
                    .puts(round.path("/summary/approval"), etag, null)
                    .extract()
                    .statusCode());
        }
        List<Integer> answers = AtOnce.call(approvals);

        assertEquals(1, answers.stream().filter(status -> status == 200).count());
        assertTrue(
                answers.stream().allMatch(status -> status == 200 || status == 409 || status == 412),
                answers::toString);
        round.anna().reads(round.path("/history")).body("findAll { it.step == 'CONCLUDE' }.size()", equalTo(1));
        round.anna().reads(round.path("")).body("status", equalTo("CONCLUDED"));
    }

    @Test
    void an_edit_after_an_approval_withdraws_it() {
        RoundStory round = given.aRound().summarised();
        round.anna().puts(round.path("/summary/approval"), "\"1\"", null).body("evaluateeApprovedAt", not(nullValue()));
        Map<String, Object> text = round.summary();
        text.put("learning", "Noget andet");
        round.bo().puts(round.path("/summary"), "\"1\"", text).statusCode(200).body("evaluateeApprovedAt", nullValue());
        round.bo().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(412);
        round.bo().puts(round.path("/summary/approval"), "\"2\"", null).statusCode(200);
        round.anna().reads(round.path("")).body("status", equalTo("DISCUSSING"));
    }

    @Test
    void writing_what_is_there_already_keeps_the_approval() {
        RoundStory round = given.aRound().summarised();
        round.anna().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(200);
        round.bo()
                .puts(round.path("/summary"), "\"1\"", round.summary())
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("evaluateeApprovedAt", not(nullValue()));
    }

    @Test
    void a_focus_point_is_tagged_with_a_topic_of_the_guide_or_with_none() {
        RoundStory round = given.aRound().summarised();
        round.anna().reads(round.path("/summary")).body("focusPointTopics", contains("welcome", ""));
        Map<String, Object> text = round.summary();
        text.put("focusPointTopics", List.of("needs"));
        round.anna()
                .puts(round.path("/summary"), "\"1\"", text)
                .statusCode(200)
                .body("focusPointTopics", contains("needs", ""));
        text.put("focusPointTopics", List.of("", "weather"));
        round.anna()
                .puts(round.path("/summary"), "\"2\"", text)
                .statusCode(400)
                .body("violations.field", contains("focusPointTopics[1]"));
    }

    @Test
    void a_client_that_knows_no_topics_takes_none_away() {
        RoundStory round = given.aRound().summarised();
        Map<String, Object> text = round.summary();
        text.remove("focusPointTopics");
        text.put("learning", "Noget andet");
        round.bo()
                .puts(round.path("/summary"), "\"1\"", text)
                .statusCode(200)
                .body("focusPointTopics", contains("welcome", ""));
    }

    @Test
    void another_topic_is_another_text_to_approve() {
        RoundStory round = given.aRound().summarised();
        round.anna().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(200);
        Map<String, Object> text = round.summary();
        text.put("focusPointTopics", List.of("", "closing"));
        round.bo()
                .puts(round.path("/summary"), "\"1\"", text)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("evaluateeApprovedAt", nullValue());
    }

    @Test
    void an_approval_can_be_withdrawn_until_the_round_is_concluded() {
        RoundStory round = given.aRound().summarised();
        round.anna()
                .sends("DELETE", round.path("/summary/approval"), "\"1\"", null)
                .statusCode(409)
                .body("unmet.code", contains("NOT_APPROVED"));
        round.anna().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(200);
        round.anna()
                .puts(round.path("/summary/approval"), "\"1\"", null)
                .statusCode(409)
                .body("unmet.code", contains("ALREADY_APPROVED"));
        round.anna()
                .sends("DELETE", round.path("/summary/approval"), "\"1\"", null)
                .statusCode(200)
                .body("evaluateeApprovedAt", nullValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void fewer_than_two_or_more_than_three_focus_points_cannot_be_approved(int points) {
        RoundStory round = given.aRound().discussing();
        Map<String, Object> text = round.summary();
        text.put("focusPoints", java.util.Collections.nCopies(points, "Slip skærmen"));
        round.anna().puts(round.path("/summary"), "\"0\"", text).statusCode(200);
        round.anna()
                .puts(round.path("/summary/approval"), "\"1\"", null)
                .statusCode(409)
                .body("unmet.code", contains("FOCUS_POINTS_NOT_TWO_OR_THREE"));
    }

    @Test
    void an_empty_summary_names_all_that_is_missing() {
        RoundStory round = given.aRound().discussing();
        round.anna()
                .puts(round.path("/summary/approval"), "\"0\"", null)
                .statusCode(409)
                .body(
                        "unmet.code",
                        containsInAnyOrder(
                                "WORKED_WELL_MISSING",
                                "FOCUS_POINTS_NOT_TWO_OR_THREE",
                                "LEARNING_MISSING",
                                "FOLLOW_UP_NOT_AGREED"));
    }

    @Test
    void only_the_evaluatee_shares_with_hr_and_only_what_is_concluded() {
        RoundStory round = given.aRound().summarised();
        round.anna().puts(round.path("/summary/sharing"), "\"1\"", null).statusCode(409);
        round.anna().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(200);
        round.bo().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(200);
        round.bo().puts(round.path("/summary/sharing"), "\"1\"", null).statusCode(403);
        Employee hr = round.workplace().hr();
        hr.reads("/summaries").body("summaries", empty());

        round.anna()
                .puts(round.path("/summary/sharing"), "\"1\"", null)
                .statusCode(200)
                .body("sharedWithHr", equalTo(true));
        hr.reads("/summaries")
                .body("summaries.name", contains("Anna"))
                .body("summaries[0].focusPoints", contains("Slip skærmen", "Lad borgeren opsummere"))
                .body("summaries[0].workedWell", equalTo("Roen og øjenkontakten"));
        given.aWorkplace().hr().reads("/summaries").body("summaries", empty());

        round.anna()
                .sends("DELETE", round.path("/summary/sharing"), "\"1\"", null)
                .statusCode(200)
                .body("sharedWithHr", equalTo(false));
        hr.reads("/summaries").body("summaries", empty());
    }

    @Test
    void the_follow_up_gives_each_focus_point_a_status_before_the_round_is_closed() {
        RoundStory round = given.aRound().concluded();
        round.anna()
                .steps(round.id(), "close")
                .statusCode(409)
                .body("unmet.code", contains("FOCUS_POINTS_WITHOUT_STATUS"));
        round.bo()
                .puts(round.path("/follow-up"), "\"0\"", Map.of("outcomes", List.of()))
                .statusCode(400);
        round.bo()
                .puts(round.path("/follow-up"), "\"0\"", round.followUp())
                .statusCode(200)
                .header("ETag", "\"1\"");
        round.anna()
                .puts(round.path("/follow-up"), "\"0\"", round.followUp())
                .statusCode(412)
                .body("current.version", equalTo(1));
        round.bo().steps(round.id(), "close").statusCode(200).body("status", equalTo("FOLLOWED_UP"));
        round.anna().puts(round.path("/follow-up"), "\"1\"", round.followUp()).statusCode(409);
    }

    @Test
    void recordings_are_deleted_before_the_round_is_closed() {
        RoundStory round = given.aRound().withVideo().concluded();
        round.anna().puts(round.path("/follow-up"), "\"0\"", round.followUp()).statusCode(200);
        round.anna().steps(round.id(), "close").statusCode(409).body("unmet.code", contains("RECORDINGS_NOT_DELETED"));
        for (int dialogue = 0; dialogue < 2; dialogue++) {
            String path = "/dialogues/" + round.dialogue(dialogue);
            round.anna()
                    .sends("POST", path + "/confirm-deletion", round.anna().etag(path), null)
                    .statusCode(200)
                    .body("recording.deletedAt", not(nullValue()));
        }
        round.anna().steps(round.id(), "close").statusCode(200);
    }

    @Test
    void the_next_round_takes_the_points_along_that_were_not_let_go() {
        RoundStory round = given.aRound().followedUp();
        Map<String, Object> next = Map.of(
                "guideId",
                round.workplace().guide(),
                "partnerId",
                round.workplace().cecilie().id(),
                "mode",
                "WITHOUT_VIDEO");
        round.bo().posts(round.path("/next"), next).statusCode(403);
        round.anna()
                .posts(round.path("/next"), next)
                .statusCode(201)
                .body("carriedFocusPoints", contains("Slip skærmen"))
                .body("continuesRoundId", equalTo(round.id().toString()));
    }
}
