package dk.dialogspejl.organisation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an organisation chooses for everybody holds in the service itself, for what begins from then on. */
@QuarkusTest
class RulesTest extends ApiTest {

    private static final String RULES = "/organisation/rules";

    private Workplace work;
    private Employee erik;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        erik = work.erik();
    }

    private static Map<String, Object> rules(boolean video, List<String> signInMethods, List<String> languages) {
        return Map.of(
                "videoAllowed", video,
                "hrSharingOffered", true,
                "signInMethods", signInMethods,
                "languages", languages);
    }

    private Map<String, Object> newRound(String mode) {
        return Map.of("guideId", work.guide(), "partnerId", work.bo().id(), "mode", mode);
    }

    @Test
    void until_somebody_chooses_all_is_allowed_and_two_administrators_do_not_overwrite_each_other() {
        erik.reads(RULES)
                .statusCode(200)
                .body("version", equalTo(0))
                .body("videoAllowed", equalTo(true))
                .body("hrSharingOffered", equalTo(true))
                .body("signInMethods", containsInAnyOrder("PASSWORD", "PROVIDER"))
                .body("languages", contains("da", "en"));
        erik.puts(RULES, null, rules(false, List.of("PASSWORD"), List.of("da"))).statusCode(428);
        erik.puts(RULES, "\"0\"", rules(false, List.of("PASSWORD"), List.of("da")))
                .statusCode(200)
                .body("version", equalTo(1));
        erik.puts(RULES, "\"0\"", rules(true, List.of("PASSWORD"), List.of("da")))
                .statusCode(412)
                .body("current.videoAllowed", equalTo(false));
        erik.reads("/audit").body("kind", contains("RULES_CHANGED"));
    }

    @Test
    void what_leaves_people_nothing_to_choose_is_refused_at_its_field() {
        erik.puts(RULES, "\"0\"", rules(true, List.of(), List.of()))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("signInMethods", "languages"));
    }

    @Test
    void a_new_round_with_video_is_refused_where_there_is_to_be_none_and_one_that_is_goes_on() {
        RoundStory before = RoundStory.at(work).withVideo().accepted();
        work.chooses("videoAllowed", false);
        work.anna()
                .posts("/rounds", newRound("WITH_VIDEO"))
                .statusCode(400)
                .body("violations.field", contains("mode"))
                .body("violations[0].detail", equalTo("I jeres organisation er nye forløb uden video."));
        work.anna().posts("/rounds", newRound("WITHOUT_VIDEO")).statusCode(201);
        before.anna()
                .puts(before.path("/agreement"), before.anna().etag(before.path("/agreement")), before.agreement())
                .statusCode(200)
                .body("mode", equalTo("WITH_VIDEO"));
    }

    @Test
    void a_round_without_video_does_not_get_it_by_its_agreement_or_as_the_next_one_either() {
        RoundStory round = RoundStory.at(work).followedUp();
        RoundStory preparing = RoundStory.at(work).accepted();
        work.chooses("videoAllowed", false);
        Map<String, Object> withVideo = new HashMap<>(preparing.agreement());
        withVideo.put("mode", "WITH_VIDEO");
        preparing
                .anna()
                .puts(preparing.path("/agreement"), preparing.anna().etag(preparing.path("/agreement")), withVideo)
                .statusCode(400)
                .body("violations.field", contains("mode"));
        round.anna().posts(round.path("/next"), newRound("WITH_VIDEO")).statusCode(400);
    }

    @Test
    void where_hr_sharing_is_not_offered_nothing_comes_to_be_shared_and_what_is_can_be_taken_back() {
        RoundStory shared = RoundStory.at(work).shared();
        RoundStory round = RoundStory.at(work).concluded();
        work.chooses("hrSharingOffered", false);
        String sharing = round.path("/summary/sharing");
        round.anna()
                .sends("PUT", sharing, round.anna().etag(round.path("/summary")), null)
                .statusCode(409)
                .body("unmet.code", contains("HR_SHARING_NOT_OFFERED"));
        work.hr().reads("/summaries").body("summaries", hasSize(1));
        shared.anna()
                .sends("DELETE", shared.path("/summary/sharing"), shared.anna().etag(shared.path("/summary")), null)
                .statusCode(200)
                .body("sharedWithHr", equalTo(false));
        shared.anna()
                .sends("PUT", shared.path("/summary/sharing"), shared.anna().etag(shared.path("/summary")), null)
                .statusCode(409);
    }

    @Test
    void everybody_is_told_what_concerns_them_and_nobody_gets_a_language_that_is_not_offered() {
        work.chooses("videoAllowed", false);
        work.chooses("hrSharingOffered", false);
        work.chooses("languages", List.of("en"));
        work.anna()
                .reads("/me")
                .body("offers.video", equalTo(false))
                .body("offers.hrSharing", equalTo(false))
                .body("offers.languages", contains("en"));
        Map<String, Object> danish = Map.of(
                "language", "da",
                "round", "SOON",
                "agreement", "DAILY",
                "shared", "DAILY",
                "talk", "SOON",
                "summary", "DAILY",
                "reminder", "DAILY");
        Map<String, Object> english = new HashMap<>(danish);
        english.put("language", "en");
        String preferences = "/me/notification-preferences";
        work.anna().puts(preferences, "\"0\"", english).statusCode(200);
        work.anna()
                .puts(preferences, work.anna().etag(preferences), danish)
                .statusCode(400)
                .body("violations.field", contains("language"));
    }

    @Test
    void nobody_can_lock_all_administrators_out() {
        erik.puts(RULES, "\"0\"", rules(true, List.of("PROVIDER"), List.of("da")))
                .statusCode(409)
                .body("unmet.code", contains("NO_ADMINISTRATOR_COULD_SIGN_IN"));
        erik.reads(RULES).body("signInMethods", containsInAnyOrder("PASSWORD", "PROVIDER"));
    }
}
