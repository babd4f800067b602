package dk.dialogspejl.rounds;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoundTest extends ApiTest {

    @Test
    void an_evaluatee_invites_a_partner_from_another_team() {
        Workplace work = given.aWorkplace();
        work.anna()
                .posts(
                        "/rounds",
                        Map.of("guideId", work.guide(), "partnerId", work.bo().id(), "mode", "WITHOUT_VIDEO"))
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.startsWith("/api/v1/rounds/"))
                .header("ETag", "\"0\"")
                .body("status", equalTo("PREPARING"))
                .body("iAm", equalTo("EVALUATEE"))
                .body("partnerAnswer", equalTo("INVITED"))
                .body("allowedSteps", contains("CANCEL"));
    }

    @Test
    void an_invited_partner_can_say_yes_or_no() {
        RoundStory round = given.aRound().invited();
        round.bo()
                .reads(round.path(""))
                .statusCode(200)
                .body("iAm", equalTo("PARTNER"))
                .body("allowedSteps", containsInAnyOrder("ACCEPT", "DECLINE"));
        round.bo().steps(round.id(), "cancel").statusCode(409).body("unmet.code", contains("INVITATION_NOT_ACCEPTED"));
    }

    @Test
    void a_partner_who_declined_no_longer_sees_the_round_and_another_can_be_invited() {
        RoundStory round = given.aRound().invited();
        round.bo().steps(round.id(), "decline").statusCode(200);

        round.bo().reads(round.path("")).statusCode(404);
        round.bo().reads("/rounds").statusCode(200).body("", empty());
        round.anna().reads(round.path("")).body("partnerAnswer", equalTo("DECLINED"));

        Employee cecilie = round.workplace().cecilie();
        Map<String, Object> agreement = round.agreement();
        agreement.put("partnerId", cecilie.id());
        round.anna()
                .puts(round.path("/agreement"), round.anna().etag(round.path("/agreement")), agreement)
                .statusCode(200)
                .body("partner.name", equalTo("Cecilie"))
                .body("partnerAnswer", equalTo("INVITED"));
        cecilie.reads(round.path("")).statusCode(200);
        cecilie.reads(round.path("/history")).body("step", contains("INVITE"));
        round.anna().reads(round.path("/history")).body("step", contains("INVITE", "DECLINE", "INVITE"));
        round.bo().reads(round.path("")).statusCode(404);
    }

    @Test
    void a_round_waits_with_every_unmet_condition_named() {
        RoundStory round = given.aRound().accepted();
        round.anna()
                .steps(round.id(), "start")
                .statusCode(409)
                .body("type", equalTo("urn:dialogspejl:problem:step-not-possible"))
                .body(
                        "unmet.code",
                        containsInAnyOrder(
                                "GUIDE_NOT_GONE_THROUGH",
                                "EXTENT_NOT_SETTLED",
                                "METHOD_NOT_SETTLED",
                                "COOPERATION_NOT_SETTLED",
                                "EVALUATEE_NOT_CONFIRMED",
                                "PARTNER_NOT_CONFIRMED"));
    }

    @Test
    void a_step_on_a_round_that_has_changed_meanwhile_answers_what_is_there_now() {
        RoundStory round = given.aRound().agreed();
        String seen = round.anna().etag(round.path(""));
        Map<String, Object> changed = round.agreement();
        changed.put("setting", "Kantinen");
        round.bo().puts(round.path("/agreement"), seen, changed).statusCode(200);

        round.anna()
                .sends("POST", round.path("/confirm"), seen, null)
                .statusCode(412)
                .header("ETag", round.anna().etag(round.path("")))
                .body("current.id", equalTo(round.id().toString()))
                .body("current.status", equalTo("PREPARING"));
        round.anna().sends("POST", round.path("/confirm"), null, null).statusCode(428);
        round.anna().sends("POST", round.path("/confirm"), "W/\"1\"", null).statusCode(400);
        round.anna().sends("POST", round.path("/confirm"), "*", null).statusCode(400);
    }

    @Test
    void fewer_dialogues_than_agreed_need_a_reason_that_the_history_keeps() {
        RoundStory round = given.aRound().conducting();
        round.anna().steps(round.id(), "finish-dialogues").statusCode(409).body("unmet.code", contains("NO_DIALOGUES"));
        round.anna().creates(round.path("/dialogues"), round.dialogue());
        round.anna()
                .steps(round.id(), "finish-dialogues")
                .statusCode(409)
                .body("unmet.code", contains("FEWER_DIALOGUES_WITHOUT_REASON"));
        round.anna()
                .steps(round.id(), "finish-dialogues", Map.of("fewerDialoguesReason", "   "))
                .statusCode(409);
        round.anna()
                .steps(round.id(), "finish-dialogues", Map.of("fewerDialoguesReason", "Efterårsferie"))
                .statusCode(200)
                .body("status", equalTo("REFLECTING"));
        round.bo()
                .reads(round.path("/history"))
                .body("find { it.step == 'FINISH_DIALOGUES' }.note", equalTo("Efterårsferie"));
    }

    @Test
    void the_history_tells_who_took_each_step_and_from_where_to_where() {
        RoundStory round = given.aRound().followedUp();
        round.anna()
                .reads(round.path("/history"))
                .statusCode(200)
                .body(
                        "step",
                        contains(
                                "INVITE",
                                "ACCEPT",
                                "CONFIRM",
                                "CONFIRM",
                                "START",
                                "FINISH_DIALOGUES",
                                "OPEN_DISCUSSION",
                                "APPROVE",
                                "CONCLUDE",
                                "CLOSE"))
                .body("by.name", contains("Anna", "Bo", "Anna", "Bo", "Anna", "Anna", "Anna", "Anna", "Bo", "Anna"))
                .body("[0].from", nullValue())
                .body("[4].from", equalTo("PREPARING"))
                .body("[4].to", equalTo("CONDUCTING"));
    }

    @Test
    void the_talk_has_a_time_and_a_place_when_the_two_have_agreed_on_them() {
        RoundStory round = given.aRound().reflected();
        round.anna()
                .steps(
                        round.id(),
                        "open-discussion",
                        Map.of("talkAt", "2030-01-02T09:00:00Z", "talkPlace", "Mødelokale 2"))
                .statusCode(200)
                .body("talkAt", equalTo("2030-01-02T09:00:00Z"))
                .body("talkPlace", equalTo("Mødelokale 2"));
    }

    @Test
    void nobody_talks_about_nothing() {
        RoundStory round = given.aRound().reflecting();
        round.anna()
                .steps(round.id(), "open-discussion")
                .statusCode(409)
                .body("unmet.code", contains("NOTHING_REFLECTED"));
    }

    @Test
    void rounds_are_listed_by_part_and_status_and_page_by_page() {
        Workplace work = given.aWorkplace();
        RoundStory invited = RoundStory.at(work).invited();
        RoundStory conducting = RoundStory.at(work).conducting();
        UUID asPartner = work.bo()
                .creates(
                        "/rounds",
                        Map.of("guideId", work.guide(), "partnerId", work.anna().id(), "mode", "WITHOUT_VIDEO"));

        work.anna().reads("/rounds").body("id", contains(text(asPartner), text(conducting.id()), text(invited.id())));
        work.anna().reads("/rounds?role=PARTNER").body("id", contains(text(asPartner)));
        work.anna()
                .reads("/rounds?role=EVALUATEE&status=CONDUCTING&status=CLOSED")
                .statusCode(400);
        work.anna().reads("/rounds?role=EVALUATEE&status=CONDUCTING").body("id", contains(text(conducting.id())));
        work.cecilie().reads("/rounds").body("", empty());

        String next = work.anna()
                .reads("/rounds?limit=2")
                .body("", hasSize(2))
                .extract()
                .header("Link")
                .replaceAll("^<.*/api/v1(.*)>; rel=\"next\"$", "$1");
        work.anna().reads(next).body("id", contains(text(invited.id()))).header("Link", nullValue());
        work.anna().reads("/rounds?limit=101").statusCode(400).body("violations.field", hasItems("limit"));
        work.anna().reads("/rounds?cursor=hello").statusCode(400).body("violations.field", contains("cursor"));
    }

    @Test
    void a_round_keeps_the_guide_it_began_with() {
        RoundStory round = given.aRound().invited();
        List<?> topics = round.anna()
                .reads("/guides/" + round.workplace().guide() + "?version=1")
                .statusCode(200)
                .extract()
                .path("topics.key");
        org.junit.jupiter.api.Assertions.assertEquals(6, topics.size());
        round.anna().reads(round.path("")).body("guide.version", equalTo(1));
    }

    private static String text(UUID id) {
        return id.toString();
    }
}
