package dk.dialogspejl.guides.own;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.guides.Guide;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Canary;
import dk.dialogspejl.testing.CountedStatements;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.ValidRequests;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organisation's own guides, from the copy to the round that begins with them. */
@QuarkusTest
class OwnGuideTest extends ApiTest {

    private static final String GUIDES = "/managed-guides";

    private Workplace work;
    private Employee erik;

    @BeforeEach
    void atAWorkplace() {
        work = given.aWorkplace();
        erik = work.erik();
    }

    private static String at(UUID guide) {
        return GUIDES + "/" + guide;
    }

    private UUID aCopy() {
        return erik.creates(GUIDES, Map.of("copyOf", work.guide()));
    }

    /** Past the API, where there are to be many. */
    private static UUID begun() {
        Guide guide = Guide.own();
        guide.persist();
        new GuideDraft(guide, new GuideContent(null, null, null), Instant.now()).persist();
        return guide.id();
    }

    private UUID published() {
        UUID guide = aCopy();
        takes(guide, "publish").statusCode(200);
        return guide;
    }

    private ValidatableResponse takes(UUID guide, String step) {
        return erik.sends("POST", at(guide) + "/" + step, erik.etag(at(guide)), null);
    }

    /** What the draft says, to change and send again. */
    private Map<String, Object> content(UUID guide) {
        return new HashMap<>(erik.reads(at(guide)).extract().<Map<String, Object>>path("content"));
    }

    private ValidatableResponse writes(UUID guide, Map<String, Object> content) {
        return erik.puts(at(guide), erik.etag(at(guide)), content);
    }

    private ValidatableResponse renames(UUID guide, String title) {
        Map<String, Object> content = content(guide);
        content.put("da", Map.of("title", title, "introduction", "Et spejl."));
        return writes(guide, content).statusCode(200);
    }

    private Workplace with(UUID guide) {
        return new Workplace(
                work.organisation(), guide, work.anna(), work.bo(), work.cecilie(), work.dorte(), erik, work.hr());
    }

    @Test
    void nobody_else_sees_a_copy_until_it_is_published() {
        UUID guide = aCopy();
        erik.reads(at(guide))
                .body("content.da.title", equalTo("Kopi af Borgerservice ansigt til ansigt"))
                .body("content.en.title", equalTo("Copy of Citizen service face to face"))
                .body("content.topics", hasSize(6))
                .body("publishedVersion", nullValue())
                .body("unpublishedChanges", equalTo(true));
        work.anna().reads("/guides").body("id", not(hasItem(guide.toString())));
        work.anna().reads("/guides/" + guide).statusCode(404);
        work.anna()
                .posts(
                        "/rounds",
                        Map.of("guideId", guide, "partnerId", work.bo().id(), "mode", "WITHOUT_VIDEO"))
                .statusCode(400)
                .body("violations[0].field", equalTo("guideId"));
        takes(guide, "publish")
                .statusCode(200)
                .body("publishedVersion", equalTo(1))
                .body("unpublishedChanges", equalTo(false));
        work.anna().reads("/guides").body("id", hasItem(guide.toString()));
    }

    @Test
    void a_copy_says_just_what_was_copied() {
        UUID copy = aCopy();
        assertEquals(
                erik.reads(at(work.guide())).extract().<Object>path("content.topics"),
                erik.reads(at(copy)).extract().path("content.topics"));
        renames(copy, "Ved vores skranke");
        UUID second = erik.creates(GUIDES, Map.of("copyOf", copy));
        erik.reads(at(second)).body("content.da.title", equalTo("Kopi af Ved vores skranke"));
        renames(second, "x".repeat(100));
        erik.reads(at(erik.creates(GUIDES, Map.of("copyOf", second))))
                .body("content.da.title", equalTo("Kopi af " + "x".repeat(92)));
    }

    @Test
    void a_request_sent_again_makes_no_second_copy() {
        String first = sendsTwice();
        assertEquals(first, sendsTwice());
        erik.reads(GUIDES).body("", hasSize(5));
    }

    private String sendsTwice() {
        return erik.asks()
                .header("Idempotency-Key", "en-kopi-og-ikke-to")
                .contentType(ContentType.JSON)
                .body(Map.of("copyOf", work.guide()))
                .post(GUIDES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void topics_and_questions_are_published_in_the_order_they_were_put() {
        UUID guide = aCopy();
        Map<String, Object> content = content(guide);
        List<Map<String, Object>> topics = new ArrayList<>(topics(content));
        Collections.reverse(topics);
        Map<String, Object> last = new HashMap<>(topics.get(5));
        List<Object> questions = new ArrayList<>((List<?>) last.get("questions"));
        Collections.swap(questions, 0, 1);
        last.put("questions", questions);
        topics.set(5, last);
        content.put("topics", topics);
        writes(guide, content).statusCode(200).body("content", equalTo(content));
        takes(guide, "publish").statusCode(200);
        work.anna()
                .reads("/guides/" + guide)
                .body("topics.key", contains("other", "attention", "closing", "advice", "needs", "welcome"))
                .body("topics[5].questions[0].self", equalTo(said(questions.get(0), "evaluatee")))
                .body("topics[5].questions[0].partner", equalTo(said(questions.get(0), "partner")));
        // Written in and read by topic, so that the round follows the new order.
        RoundStory round = RoundStory.at(with(guide)).reflecting();
        work.anna()
                .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                .body("reflections.topic", contains("other", "attention", "closing", "advice", "needs", "welcome"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> topics(Map<String, Object> content) {
        return (List<Map<String, Object>>) content.get("topics");
    }

    private static Object said(Object question, String wording) {
        return ((Map<?, ?>) ((Map<?, ?>) question).get("da")).get(wording);
    }

    @Test
    void a_running_round_keeps_its_version_and_a_new_one_gets_the_newest() {
        UUID guide = published();
        RoundStory running = RoundStory.at(with(guide)).accepted();
        renames(guide, "Ved vores skranke");
        work.anna().reads("/guides/" + guide).body("title", equalTo("Kopi af Borgerservice ansigt til ansigt"));
        takes(guide, "publish").body("publishedVersion", equalTo(2));
        work.anna()
                .reads(running.path(""))
                .body("guide.version", equalTo(1))
                .body("guide.title", equalTo("Kopi af Borgerservice ansigt til ansigt"));
        work.anna()
                .reads("/guides/" + guide + "?version=1")
                .body("title", equalTo("Kopi af Borgerservice ansigt til ansigt"));
        RoundStory begun = RoundStory.at(with(guide)).invited();
        work.anna()
                .reads(begun.path(""))
                .body("guide.version", equalTo(2))
                .body("guide.title", equalTo("Ved vores skranke"));
    }

    @Test
    void a_retired_guide_begins_no_round_and_is_still_read_in_those_that_use_it() {
        UUID guide = published();
        RoundStory running = RoundStory.at(with(guide)).reflecting();
        takes(guide, "retire").statusCode(200);
        erik.reads(GUIDES).body("find { it.id == '" + guide + "' }.retiredAt", not(nullValue()));
        work.anna().reads("/guides").body("id", not(hasItem(guide.toString())));
        work.cecilie()
                .posts(
                        "/rounds",
                        Map.of("guideId", guide, "partnerId", work.bo().id(), "mode", "WITHOUT_VIDEO"))
                .statusCode(400)
                .body("violations[0].field", equalTo("guideId"));
        leaderPreviews(guide).statusCode(400).body("violations[0].field", equalTo("guideId"));
        work.anna().reads("/guides/" + guide + "?version=1").statusCode(200);
        work.anna().reads(running.path("")).body("guide.id", equalTo(guide.toString()));
        work.anna().reads("/dialogues/" + running.dialogue(0) + "/reflections").body("reflections", hasSize(6));
        takes(guide, "publish").statusCode(409).body("unmet.code", hasItem("GUIDE_RETIRED"));
        takes(guide, "restore").statusCode(200).body("retiredAt", nullValue());
        work.anna().reads("/guides").body("id", hasItem(guide.toString()));
        leaderPreviews(guide).statusCode(200);
    }

    private ValidatableResponse leaderPreviews(UUID guide) {
        String team = work.dorte().reads("/me").extract().path("leads[0].id");
        return work.dorte()
                .posts(
                        "/teams/" + team + "/series/preview",
                        Map.of(
                                "guideId",
                                guide,
                                "mode",
                                "WITHOUT_VIDEO",
                                "pairing",
                                "THEMSELVES",
                                "periodFrom",
                                RoundStory.inDays(0).toString(),
                                "periodUntil",
                                RoundStory.inDays(14).toString(),
                                "numberOfDialogues",
                                2));
    }

    @Test
    void a_built_in_guide_is_retired_as_any_other_and_never_written_in() {
        writes(work.guide(), content(work.guide())).statusCode(409).body("unmet.code", contains("GUIDE_BUILT_IN"));
        takes(work.guide(), "publish").statusCode(409).body("unmet.code", contains("GUIDE_BUILT_IN"));
        takes(work.guide(), "retire").statusCode(200);
        work.anna().reads("/guides").body("", hasSize(3));
    }

    @Test
    void there_is_always_one_that_a_round_can_begin_with() {
        List<String> all = work.anna().reads("/guides").extract().path("id");
        aCopy();
        for (String guide : all.subList(0, 3)) {
            takes(UUID.fromString(guide), "retire").statusCode(200);
        }
        takes(UUID.fromString(all.get(3)), "retire").statusCode(409).body("unmet.code", contains("LAST_GUIDE"));
        UUID own = published();
        takes(UUID.fromString(all.get(3)), "retire").statusCode(200);
        work.anna().reads("/guides").body("id", contains(own.toString()));
    }

    @Test
    void publishing_with_texts_missing_names_each_of_them_in_the_readers_language() {
        UUID guide = aCopy();
        Map<String, Object> question = Map.of("key", "ny", "da", Map.of("evaluatee", "Hvad gør jeg?"));
        writes(guide, Map.of("da", Map.of("title", "Ny"), "topics", List.of(Map.of("questions", List.of(question)))))
                .statusCode(200);
        List<String> missing = List.of(
                "da.introduction",
                "en.title",
                "en.introduction",
                "topics[0].da.title",
                "topics[0].da.evaluatee",
                "topics[0].da.partner",
                "topics[0].en.title",
                "topics[0].en.evaluatee",
                "topics[0].en.partner",
                "topics[0].questions[0].da.partner",
                "topics[0].questions[0].en.evaluatee",
                "topics[0].questions[0].en.partner");
        takes(guide, "publish")
                .statusCode(400)
                .body("violations.field", equalTo(missing))
                .body("violations.detail", everyItem(equalTo("Her mangler teksten.")));
        erik.asks()
                .header("Accept-Language", "en")
                .header("If-Match", erik.etag(at(guide)))
                .post(at(guide) + "/publish")
                .then()
                .body("violations.detail", everyItem(equalTo("The text is missing here.")));
        writes(
                guide,
                Map.of(
                        "da",
                        Map.of("title", "Ny", "introduction", "x"),
                        "en",
                        Map.of("title", "x", "introduction", "x")));
        takes(guide, "publish").statusCode(400).body("violations.field", contains("topics"));
        work.anna().reads("/guides/" + guide).statusCode(404);
    }

    @Test
    void a_guide_need_be_written_only_in_the_languages_that_the_organisation_offers() {
        work.chooses("languages", List.of("da"));
        UUID guide = aCopy();
        writes(
                        guide,
                        Map.of(
                                "da",
                                Map.of("title", "Ved vores skranke", "introduction", "Et spejl."),
                                "topics",
                                List.of(Map.of(
                                        "da",
                                        Map.of("title", "Velkomst", "evaluatee", "Jeg?", "partner", "Den anden?"),
                                        "en",
                                        Map.of("title", "Welcome")))))
                .statusCode(200);
        erik.asks().header("Accept-Language", "en").get(GUIDES).then().body("title", hasItem("Ved vores skranke"));
        takes(guide, "publish").statusCode(200).body("content.en.title", equalTo(""));
        work.anna()
                .asks()
                .header("Accept-Language", "en")
                .get("/guides/" + guide)
                .then()
                .body("title", equalTo("Ved vores skranke"))
                .body("topics[0].title", equalTo("Welcome"))
                .body("topics[0].partner", equalTo("Den anden?"));
        work.chooses("languages", List.of("da", "en"));
        renames(guide, "Ved skranken");
        takes(guide, "publish")
                .statusCode(400)
                .body(
                        "violations.field",
                        contains("en.title", "en.introduction", "topics[0].en.evaluatee", "topics[0].en.partner"));
    }

    @Test
    void nothing_new_makes_no_new_version() {
        UUID guide = published();
        takes(guide, "publish").statusCode(409).body("unmet.code", contains("GUIDE_UNCHANGED"));
        work.anna().reads("/guides/" + guide).body("version", equalTo(1));
    }

    @Test
    void two_administrators_do_not_overwrite_each_other() {
        UUID guide = aCopy();
        String seen = erik.etag(at(guide));
        renames(guide, "Den ene");
        Map<String, Object> mine = content(guide);
        mine.put("da", Map.of("title", "Den anden", "introduction", "Et spejl."));
        erik.puts(at(guide), seen, mine)
                .statusCode(412)
                .body("current.content.da.title", equalTo("Den ene"))
                .body("current.version", equalTo(2));
        for (String step : List.of("publish", "retire", "restore")) {
            erik.sends("POST", at(guide) + "/" + step, seen, null).statusCode(412);
        }
        erik.puts(at(guide), null, mine).statusCode(428);
        erik.reads(at(guide)).body("content.da.title", equalTo("Den ene"));
    }

    @Test
    void another_organisation_neither_sees_nor_changes_nor_copies_it() {
        UUID guide = published();
        Employee stranger = given.aWorkplace().erik();
        String canary = Canary.words();
        renames(guide, canary);
        stranger.reads(GUIDES).body("", hasSize(4)).body(not(containsString(canary)));
        stranger.reads(at(guide)).statusCode(404);
        stranger.reads(at(guide) + "/file").statusCode(404);
        stranger.puts(at(guide), "\"3\"", ValidRequests.GUIDE).statusCode(404);
        for (String step : List.of("publish", "retire", "restore")) {
            stranger.sends("POST", at(guide) + "/" + step, "\"3\"", null).statusCode(404);
        }
        stranger.posts(GUIDES, Map.of("copyOf", guide)).statusCode(400).body("violations.field", contains("copyOf"));
        stranger.reads("/guides/" + guide).statusCode(404);
        erik.reads(at(guide)).body("content.da.title", equalTo(canary));
    }

    @Test
    void the_audit_names_the_guide_and_tells_of_an_hour_of_typing_once() {
        UUID guide = published();
        renames(guide, "Ved skran");
        renames(guide, "Ved skranken i Fjordby");
        takes(guide, "publish").statusCode(200);
        takes(guide, "retire").statusCode(200);
        takes(guide, "restore").statusCode(200);
        takes(work.guide(), "retire").statusCode(200);
        erik.creates(GUIDES + "/import", Map.of("format", "dialogspejl-guide-1"));
        erik.reads("/audit")
                .body(
                        "kind",
                        contains(
                                "GUIDE_IMPORTED",
                                "GUIDE_RETIRED",
                                "GUIDE_RESTORED",
                                "GUIDE_RETIRED",
                                "GUIDE_PUBLISHED",
                                "GUIDE_CHANGED",
                                "GUIDE_PUBLISHED",
                                "GUIDE_COPIED"))
                .body("[0].about.name", nullValue())
                .body("[1].about.name", equalTo("Borgerservice ansigt til ansigt"))
                .body("about[2..7].name", everyItem(equalTo("Ved skranken i Fjordby")));
        erik.asks()
                .header("Accept-Language", "en")
                .get("/audit?kind=GUIDE_CHANGED")
                .then()
                .body("about.name", contains("Copy of Citizen service face to face"));
    }

    @Test
    void only_administrators_see_what_is_not_published() {
        UUID guide = aCopy();
        String canary = Canary.words();
        renames(guide, canary);
        for (Employee reader : List.of(work.anna(), work.bo(), work.dorte())) {
            reader.reads(at(guide)).statusCode(403).body(not(containsString(canary)));
            reader.reads(at(guide) + "/file").statusCode(403);
            reader.reads("/guides").body(not(containsString(canary)));
            reader.puts(at(guide), "\"2\"", ValidRequests.GUIDE).statusCode(403);
        }
    }

    @Test
    void a_file_that_is_taken_out_and_in_again_says_the_same() {
        for (UUID guide : List.of(work.guide(), published())) {
            Map<String, Object> file = erik.reads(at(guide) + "/file")
                    .statusCode(200)
                    .header("Content-Disposition", containsString("feedbackguide.json"))
                    .extract()
                    .path("");
            Employee elsewhere = given.aWorkplace().erik();
            UUID imported = elsewhere.creates(GUIDES + "/import", file);
            assertEquals(file, elsewhere.reads(at(imported) + "/file").extract().path(""));
            assertEquals(
                    erik.reads(at(guide)).extract().<Object>path("content"),
                    elsewhere.reads(at(imported)).extract().path("content"));
            elsewhere
                    .sends("POST", at(imported) + "/publish", elsewhere.etag(at(imported)), null)
                    .statusCode(200);
        }
    }

    @Test
    void what_a_file_leaves_out_can_be_written_later() {
        UUID guide = erik.creates(GUIDES + "/import", Map.of("format", "dialogspejl-guide-1"));
        erik.reads(at(guide)).body("content.da.title", equalTo("")).body("content.topics", hasSize(0));
    }

    @Test
    void a_bad_file_is_told_of_each_fault_at_its_field_and_nothing_is_stored() {
        Map<String, Object> file = ValidRequests.guideFile();
        file.put("format", "noget-andet");
        file.put("da", Map.of("title", "x".repeat(101)));
        file.put(
                "topics",
                List.of(
                        Map.of("key", "Stort Og Småt", "en", Map.of("partner", "x".repeat(301))),
                        Map.of("questions", List.of(Map.of("da", Map.of("evaluatee", "Ring 20 30 40 50"))))));
        erik.posts(GUIDES + "/import", file)
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "format",
                                "da.title",
                                "topics[0].key",
                                "topics[0].en.partner",
                                "topics[1].questions[0].da.evaluatee"))
                .body("violations.find { it.field == 'format' }.detail", containsString("dialogspejl-guide-1"))
                .body(
                        "violations.find { it.field == 'da.title' }.detail",
                        equalTo("Teksten må højst være på 100 tegn."));
        Map<String, Object> twice = ValidRequests.guideFile();
        twice.put("topics", List.of(Map.of("key", "a"), Map.of("key", "a")));
        erik.posts(GUIDES + "/import", twice).statusCode(400).body("violations.field", contains("topics[1].key"));
        for (String wrong : List.of(
                "{\"format\": \"dialogspejl-guide-1\", \"topics\": [{\"da\": \"Velkomst\"}]}",
                "{\"format\": \"dialogspejl-guide-1\", \"topics\": [{\"titel\": \"Velkomst\"}]}",
                "{\"format\": \"dialogspejl-guide-1\", \"topics\": {\"a\": 1}}",
                "{\"format\": \"dialogspejl-guide-1\", \"topics\": [null]}",
                "{\"topics\": []}",
                "[]")) {
            erik.posts(GUIDES + "/import", wrong).statusCode(400).body("violations", hasSize(1));
        }
        erik.reads(GUIDES).body("", hasSize(4));
    }

    @Test
    void a_guide_has_only_so_many_topics_and_questions_and_a_full_one_can_be_sent() {
        UUID guide = aCopy();
        String longest = "Hvordan tager jeg imod borgeren på en rolig måde? ".repeat(6);
        assertEquals(300, longest.length());
        Map<String, Object> sentences = Map.of("evaluatee", longest, "partner", longest);
        Map<String, Object> question = Map.of("da", sentences, "en", sentences);
        Map<String, Object> titled = Map.of("title", "ø".repeat(100), "evaluatee", longest, "partner", longest);
        Map<String, Object> heading = Map.of("title", "ø".repeat(100), "introduction", "æ".repeat(1000));
        Map<String, Object> topic = Map.of("da", titled, "en", titled, "questions", Collections.nCopies(20, question));
        Map<String, Object> full =
                new HashMap<>(Map.of("da", heading, "en", heading, "topics", Collections.nCopies(12, topic)));
        writes(guide, full).statusCode(200);
        takes(guide, "publish").statusCode(200);
        full.put("topics", Collections.nCopies(13, Map.of()));
        writes(guide, full).statusCode(400).body("violations.field", contains("topics"));
        full.put("topics", List.of(Map.of("questions", Collections.nCopies(21, Map.of()))));
        writes(guide, full).statusCode(400).body("violations.field", contains("topics[0].questions"));
    }

    @Test
    void an_organisation_has_only_so_many_in_the_making() {
        List<UUID> guides = given.inOrganisation(
                work.organisation(),
                () -> IntStream.range(0, 50).mapToObj(number -> begun()).toList());
        erik.posts(GUIDES, Map.of("copyOf", work.guide()))
                .statusCode(409)
                .body("unmet.code", contains("TOO_MANY_GUIDES"));
        erik.posts(GUIDES + "/import", ValidRequests.guideFile()).statusCode(409);
        takes(guides.get(0), "retire").statusCode(200);
        aCopy();
        takes(guides.get(0), "restore").statusCode(409);
        CountedStatements.restart();
        erik.reads(GUIDES).statusCode(200).body("", hasSize(55));
        assertTrue(CountedStatements.sinceRestart() <= 2, CountedStatements.sinceRestart() + " statements");
    }
}
