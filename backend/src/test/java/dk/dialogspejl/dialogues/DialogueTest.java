package dk.dialogspejl.dialogues;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DialogueTest extends ApiTest {

    @Test
    void a_dialogue_is_noted_in_seconds() {
        RoundStory round = given.aRound().conducting();
        round.anna()
                .posts(round.path("/dialogues"), round.dialogue())
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.startsWith("/api/v1/dialogues/"))
                .body("reader", equalTo("EVALUATEE"))
                .body("recording", nullValue());
    }

    @Test
    void only_the_evaluatee_notes_dialogues() {
        RoundStory round = given.aRound().conducting();
        round.bo().posts(round.path("/dialogues"), round.dialogue()).statusCode(403);
    }

    @Test
    void a_recording_needs_consent_and_is_deleted_as_agreed_unless_sooner() {
        RoundStory round = given.aRound().withVideo().conducting();
        Map<String, Object> dialogue = round.dialogue();
        round.anna()
                .posts(round.path("/dialogues"), dialogue)
                .statusCode(201)
                .body("recording.deleteBy", equalTo(RoundStory.inDays(14).toString()));

        dialogue.remove("recording");
        round.anna()
                .posts(round.path("/dialogues"), dialogue)
                .statusCode(400)
                .body("violations.field", contains("recording"));
        dialogue.put("recording", Map.of("consented", true));
        round.anna()
                .posts(round.path("/dialogues"), dialogue)
                .statusCode(400)
                .body("violations.field", contains("recording.consentMethod"));
        dialogue.put("recording", Map.of("consented", false, "consentMethod", "SIGNED"));
        round.anna().posts(round.path("/dialogues"), dialogue).statusCode(400);
        dialogue.put(
                "recording",
                Map.of(
                        "consented",
                        true,
                        "consentMethod",
                        "SIGNED",
                        "deleteBy",
                        RoundStory.inDays(15).toString()));
        round.anna()
                .posts(round.path("/dialogues"), dialogue)
                .statusCode(400)
                .body("violations.field", contains("recording.deleteBy"));
        dialogue.put(
                "recording",
                Map.of(
                        "consented",
                        true,
                        "consentMethod",
                        "SIGNED",
                        "deleteBy",
                        RoundStory.inDays(-1).toString()));
        round.anna().posts(round.path("/dialogues"), dialogue).statusCode(400);
        dialogue.put("recording", Map.of("consented", false));
        round.anna()
                .posts(round.path("/dialogues"), dialogue)
                .statusCode(201)
                .body("recording.consented", equalTo(false));
    }

    @Test
    void a_recording_that_was_made_cannot_be_denied() {
        RoundStory round = given.aRound().withVideo().held();
        String path = "/dialogues/" + round.dialogue(0);
        Map<String, Object> denied = round.dialogue();
        denied.put("recording", Map.of("consented", false));
        round.anna()
                .puts(path, round.anna().etag(path), denied)
                .statusCode(409)
                .body("unmet.code", contains("RECORDING_NOT_DELETED"));
        round.anna()
                .sends("POST", path + "/confirm-deletion", round.anna().etag(path), null)
                .statusCode(200);
        round.anna()
                .puts(path, round.anna().etag(path), denied)
                .statusCode(200)
                .body("recording.consented", equalTo(true))
                .body("recording.deletedAt", notNullValue());
    }

    @Test
    void a_dialogue_from_before_the_agreed_period_does_not_count() {
        RoundStory round = given.aRound().conducting();
        Map<String, Object> dialogue = round.dialogue();
        dialogue.put("heldAt", Instant.now().minus(2, ChronoUnit.DAYS).toString());
        round.anna()
                .posts(round.path("/dialogues"), dialogue)
                .statusCode(400)
                .body("violations.field", contains("heldAt"));
    }

    @Test
    void a_round_without_video_has_no_recordings() {
        RoundStory round = given.aRound().conducting();
        Map<String, Object> dialogue = round.dialogue();
        dialogue.put("recording", Map.of("consented", false));
        round.anna()
                .posts(round.path("/dialogues"), dialogue)
                .statusCode(400)
                .body("violations.field", contains("recording"));
    }

    @Test
    void a_dialogue_has_been_held() {
        RoundStory round = given.aRound().conducting();
        Map<String, Object> dialogue = round.dialogue();
        dialogue.put("heldAt", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        round.anna()
                .posts(round.path("/dialogues"), dialogue)
                .statusCode(400)
                .body("violations.field", contains("heldAt"));
    }

    @Test
    void a_changed_dialogue_keeps_its_place_and_a_stale_change_is_refused() {
        RoundStory round = given.aRound().held();
        String path = "/dialogues/" + round.dialogue(0);
        Map<String, Object> changed = round.dialogue();
        changed.put("channel", "PHONE");
        String seen = round.anna().etag(path);
        round.anna().puts(path, seen, changed).statusCode(200).body("channel", equalTo("PHONE"));
        round.anna().puts(path, seen, changed).statusCode(412).body("current.channel", equalTo("PHONE"));
        round.anna().puts(path, null, changed).statusCode(428);
    }

    @Test
    void a_dialogue_is_removed_only_while_they_are_held_and_without_a_recording_left() {
        RoundStory round = given.aRound().withVideo().held();
        String path = "/dialogues/" + round.dialogue(0);
        round.anna()
                .sends("DELETE", path, round.anna().etag(path), null)
                .statusCode(409)
                .body("unmet.code", contains("RECORDING_NOT_DELETED"));
        round.anna()
                .sends("POST", path + "/confirm-deletion", round.anna().etag(path), null)
                .statusCode(200);
        round.anna().sends("DELETE", path, round.anna().etag(path), null).statusCode(204);
        round.anna().reads(path).statusCode(404);
        round.anna().reads(round.path("/dialogues")).body("", hasSize(1));

        RoundStory later = given.aRound().reflecting();
        String reflecting = "/dialogues/" + later.dialogue(0);
        later.anna()
                .sends("DELETE", reflecting, later.anna().etag(reflecting), null)
                .statusCode(409);
    }

    @Test
    void a_topic_that_the_guide_has_not_cannot_be_shared() {
        RoundStory round = given.aRound().held();
        String path = "/dialogues/" + round.dialogue(0) + "/sharing";
        round.anna()
                .puts(path, round.anna().etag(path), Map.of("topics", List.of("weather")))
                .statusCode(400)
                .body("violations.field", contains("topics"));
    }

    @Test
    void the_same_request_sent_twice_makes_one_dialogue() {
        RoundStory round = given.aRound().conducting();
        String key = UUID.randomUUID().toString();
        Map<String, Object> dialogue = round.dialogue();
        String first = add(round, key, dialogue).statusCode(201).extract().asString();
        add(round, key, dialogue)
                .statusCode(201)
                .body("", equalTo(io.restassured.path.json.JsonPath.from(first).get("")));
        round.anna().reads(round.path("/dialogues")).body("", hasSize(1));

        dialogue.put("label", "Noget andet");
        add(round, key, dialogue).statusCode(422);
        add(round, "short", dialogue).statusCode(400).body("violations.field", contains("Idempotency-Key"));
        add(round, "nøgle-med-æøå-og-😊", dialogue).statusCode(400);
    }

    @Test
    void the_same_request_sent_twenty_times_at_once_makes_one_dialogue() throws Exception {
        RoundStory round = given.aRound().conducting();
        String key = UUID.randomUUID().toString();
        Map<String, Object> dialogue = round.dialogue();
        List<Integer> answers = AtOnce.call(Collections.nCopies(
                20, () -> add(round, key, dialogue).extract().statusCode()));
        assertTrue(answers.contains(201));
        assertTrue(answers.stream().allMatch(status -> status == 201 || status == 409), answers::toString);
        round.anna().reads(round.path("/dialogues")).body("", hasSize(1));
    }

    private static io.restassured.response.ValidatableResponse add(RoundStory round, String key, Object dialogue) {
        return round.anna()
                .asks()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(dialogue)
                .post(round.path("/dialogues"))
                .then();
    }

    @Test
    void a_withdrawn_consent_makes_deletion_due_now_and_gives_no_more_time() {
        RoundStory round = given.aRound().withVideo().held();
        String path = "/dialogues/" + round.dialogue(0);
        String withdrawal = path + "/withdraw-consent";
        String today = RoundStory.inDays(0).toString();
        round.anna()
                .sends("POST", withdrawal, round.anna().etag(path), null)
                .statusCode(200)
                .body("recording.consented", equalTo(true))
                .body("recording.deleteBy", equalTo(today));
        String at = round.anna().reads(path).extract().path("recording.withdrawnAt");
        round.anna()
                .sends("POST", withdrawal, round.anna().etag(path), null)
                .statusCode(200)
                .body("recording.withdrawnAt", equalTo(at));
        round.anna()
                .puts(path, round.anna().etag(path), round.dialogue())
                .statusCode(200)
                .body("recording.deleteBy", equalTo(today))
                .body("recording.withdrawnAt", equalTo(at));
        round.anna()
                .sends("POST", path + "/confirm-deletion", round.anna().etag(path), null)
                .statusCode(200)
                .body("recording.deletedAt", notNullValue())
                .body("recording.withdrawnAt", equalTo(at));
        round.anna()
                .sends("POST", withdrawal, round.anna().etag(path), null)
                .statusCode(409)
                .body("unmet.code", contains("NO_RECORDING"));
    }

    @Test
    void only_a_recording_has_a_consent_to_withdraw() {
        RoundStory round = given.aRound().held();
        String path = "/dialogues/" + round.dialogue(0);
        round.anna()
                .sends("POST", path + "/withdraw-consent", round.anna().etag(path), null)
                .statusCode(409);
    }
}
