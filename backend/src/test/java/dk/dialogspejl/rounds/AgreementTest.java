package dk.dialogspejl.rounds;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgreementTest extends ApiTest {

    @Test
    void a_round_with_video_also_needs_consent_and_deletion_agreed() {
        RoundStory round = given.aRound().withVideo().accepted();
        round.anna().reads(round.path("/agreement")).body("openPoints.code", hasItem("VIDEO_NOT_SETTLED"));
    }

    @Test
    void a_change_withdraws_both_confirmations_and_the_other_is_told_what_changed() {
        RoundStory round = given.aRound().confirmed();
        Map<String, Object> changed = round.agreement();
        changed.put("numberOfDialogues", 3);
        changed.put("cooperation", "Vi går en tur imens");

        round.bo()
                .puts(round.path("/agreement"), round.bo().etag(round.path("/agreement")), changed)
                .statusCode(200)
                .body("evaluateeConfirmedAt", nullValue())
                .body("partnerConfirmedAt", nullValue())
                .body("changedSinceIConfirmed", empty());

        round.anna()
                .reads(round.path("/agreement"))
                .body("changedSinceIConfirmed.field", containsInAnyOrder("NUMBER_OF_DIALOGUES", "COOPERATION"))
                .body("changedSinceIConfirmed.find { it.field == 'NUMBER_OF_DIALOGUES' }.before", equalTo("2"))
                .body("changedSinceIConfirmed.find { it.field == 'NUMBER_OF_DIALOGUES' }.after", equalTo("3"));
        round.anna().steps(round.id(), "start").statusCode(409);

        round.anna().steps(round.id(), "confirm").statusCode(200);
        round.anna().reads(round.path("/agreement")).body("changedSinceIConfirmed", empty());
    }

    @Test
    void the_agreement_tells_who_settled_what() {
        RoundStory round = given.aRound().invited();
        round.anna().reads(round.path("/agreement")).body("settled.field", contains("MODE"));

        round = given.aRound().agreed();
        Map<String, Object> changed = round.agreement();
        changed.put("numberOfDialogues", 3);
        changed.put("setting", null);
        round.bo()
                .puts(round.path("/agreement"), round.bo().etag(round.path("/agreement")), changed)
                .statusCode(200)
                .body(
                        "settled.find { it.field == 'NUMBER_OF_DIALOGUES' }.by.id",
                        equalTo(round.bo().id().toString()))
                .body(
                        "settled.find { it.field == 'METHOD' }.by.id",
                        equalTo(round.anna().id().toString()))
                .body(
                        "settled.find { it.field == 'PARTNER_KNOWS_GUIDE' }.by.id",
                        equalTo(round.bo().id().toString()))
                .body("settled.field", not(hasItem("SETTING")));
    }

    @Test
    void writing_the_same_agreement_again_withdraws_nothing() {
        RoundStory round = given.aRound().confirmed();
        round.anna()
                .puts(round.path("/agreement"), round.anna().etag(round.path("/agreement")), round.agreement())
                .statusCode(200)
                .body("evaluateeConfirmedAt", not(nullValue()))
                .body("partnerConfirmedAt", not(nullValue()));
    }

    @Test
    void a_partner_cannot_name_another_partner() {
        RoundStory round = given.aRound().agreed();
        Map<String, Object> changed = round.agreement();
        changed.put("partnerId", round.workplace().cecilie().id());
        round.bo()
                .puts(round.path("/agreement"), round.bo().etag(round.path("/agreement")), changed)
                .statusCode(403);
    }

    @Test
    void an_agreement_written_as_it_stands_is_not_changed() {
        RoundStory round = given.aRound().confirmed();
        String before = round.bo().etag(round.path("/agreement"));
        round.anna()
                .puts(round.path("/agreement"), before, round.agreement())
                .statusCode(200)
                .header("ETag", equalTo(before))
                .body("evaluateeConfirmedAt", notNullValue());
    }

    @Test
    void the_agreement_stands_still_once_the_round_has_started() {
        RoundStory round = given.aRound().conducting();
        round.anna()
                .puts(round.path("/agreement"), round.anna().etag(round.path("/agreement")), round.agreement())
                .statusCode(409)
                .body("unmet.code", contains("WRONG_STATUS"));
    }

    @Test
    void mending_the_agreement_does_not_ask_the_one_who_declined_again() {
        RoundStory round = given.aRound().accepted();
        round.bo().steps(round.id(), "decline").statusCode(200);
        round.anna()
                .puts(round.path("/agreement"), round.anna().etag(round.path("/agreement")), round.agreement())
                .statusCode(200)
                .body("partnerAnswer", equalTo("DECLINED"));
        round.bo().reads(round.path("")).statusCode(404);
    }

    @Test
    void with_another_partner_the_guide_is_gone_through_again() {
        RoundStory round = given.aRound().agreed();
        Map<String, Object> agreement = round.agreement();
        agreement.put("partnerId", round.workplace().cecilie().id());
        round.anna()
                .puts(round.path("/agreement"), round.anna().etag(round.path("/agreement")), agreement)
                .statusCode(200)
                .body("evaluateeKnowsGuide", equalTo(false))
                .body("partnerKnowsGuide", equalTo(false));
    }
}
