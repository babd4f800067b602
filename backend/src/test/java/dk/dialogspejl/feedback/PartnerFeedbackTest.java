package dk.dialogspejl.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartnerFeedbackTest extends ApiTest {

    private static Map<String, Object> words(boolean questionsShared, boolean feedbackShared) {
        return Map.of(
                "note",
                "Kun til mig selv",
                "questions",
                List.of("Hvad lagde du mærke til?"),
                "questionsShared",
                questionsShared,
                "feedback",
                "Din ro smittede",
                "feedbackShared",
                feedbackShared);
    }

    @Test
    void the_partner_has_a_page_for_every_topic_from_the_start() {
        RoundStory round = given.aRound().conducting();
        round.bo()
                .reads(round.path("/partner-feedback"))
                .statusCode(200)
                .body("reader", equalTo("PARTNER"))
                .body("topics.topic", contains("welcome", "needs", "advice", "closing", "attention", "other"));
        round.anna()
                .reads(round.path("/partner-feedback"))
                .body("reader", equalTo("EVALUATEE"))
                .body("topics", empty());
    }

    @Test
    void the_evaluatee_reads_what_the_partner_shares_and_never_a_note() {
        RoundStory round = given.aRound().reflecting();
        String path = round.path("/partner-feedback/welcome");
        round.bo().puts(path, "\"0\"", words(true, false)).statusCode(200);
        round.anna()
                .reads(round.path("/partner-feedback"))
                .body("topics", hasSize(1))
                .body("topics[0].questions", contains("Hvad lagde du mærke til?"))
                .body("topics[0].feedback", equalTo(""));
        round.bo().puts(path, "\"1\"", words(false, true)).statusCode(200);
        String read = round.anna()
                .reads(round.path("/partner-feedback"))
                .body("topics[0].questions", empty())
                .body("topics[0].feedback", equalTo("Din ro smittede"))
                .extract()
                .asString();
        assertFalse(read.contains("Kun til mig selv"));
        round.bo().puts(path, "\"2\"", words(false, false)).statusCode(200);
        round.anna().reads(round.path("/partner-feedback")).body("topics", empty());
    }

    @Test
    void the_evaluatee_cannot_write_on_the_partners_page() {
        RoundStory round = given.aRound().reflecting();
        round.anna()
                .puts(round.path("/partner-feedback/welcome"), "\"0\"", words(true, true))
                .statusCode(404);
    }

    @Test
    void a_second_tab_does_not_overwrite_the_first() {
        RoundStory round = given.aRound().reflecting();
        String path = round.path("/partner-feedback/welcome");
        round.bo().puts(path, "\"0\"", words(false, false)).statusCode(200);
        round.bo()
                .puts(path, "\"0\"", words(true, true))
                .statusCode(412)
                .body("current.note", equalTo("Kun til mig selv"));
    }

    @Test
    void before_the_start_there_is_no_page() {
        RoundStory prepared = given.aRound().confirmed();
        prepared.bo()
                .puts(prepared.path("/partner-feedback/welcome"), "\"0\"", words(false, false))
                .statusCode(404);
    }

    @Test
    void feedback_is_also_given_after_the_talk_until_the_round_is_followed_up() {
        RoundStory concluded = given.aRound().concluded();
        concluded
                .bo()
                .puts(concluded.path("/partner-feedback/welcome"), "\"0\"", words(true, true))
                .statusCode(200);
        concluded.anna().reads(concluded.path("/partner-feedback")).body("topics", hasSize(1));
        RoundStory followedUp = given.aRound().followedUp();
        followedUp
                .bo()
                .puts(followedUp.path("/partner-feedback/welcome"), "\"0\"", words(true, true))
                .statusCode(409);
    }

    @Test
    void the_partner_takes_back_what_was_shared_whenever_they_like() {
        RoundStory round = given.aRound().reflecting();
        String path = round.path("/partner-feedback/welcome");
        round.bo().puts(path, "\"0\"", words(true, true)).statusCode(200);
        round.anna().steps(round.id(), "cancel").statusCode(200);
        round.bo().puts(path, "\"1\"", words(false, false)).statusCode(200);
        round.anna().reads(round.path("/partner-feedback")).body("topics", empty());
        round.bo().puts(path, "\"2\"", words(true, true)).statusCode(409);
    }
}
