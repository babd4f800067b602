package dk.dialogspejl.guides;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BuiltInGuidesTest extends ApiTest {

    /** How many points the domain lists under each topic, at least one question each. */
    private static final List<Integer> POINTS = List.of(7, 8, 8, 6, 2, 1);

    @Inject
    BuiltInGuides guides;

    @Inject
    WholeDatabase database;

    static Stream<String> keys() {
        return BuiltInGuides.KEYS.stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_guide_has_the_six_topics_in_both_wordings_and_both_languages(String key) {
        GuideText danish = BuiltInGuides.read(key, Language.DA);
        GuideText english = BuiltInGuides.read(key, Language.EN);
        for (GuideText text : List.of(danish, english)) {
            assertEquals(List.of("welcome", "needs", "advice", "closing", "attention", "other"), text.topicKeys());
            Set<String> sentences = new HashSet<>();
            for (int topic = 0; topic < 6; topic++) {
                GuideText.Topic read = text.topics().get(topic);
                assertTrue(read.questions().size() >= POINTS.get(topic), key + " " + read.key());
                Stream.concat(
                                Stream.of(read.self(), read.partner()),
                                read.questions().stream()
                                        .flatMap(question -> Stream.of(question.self(), question.partner())))
                        .forEach(sentence -> {
                            assertFalse(sentence.isBlank());
                            assertTrue(sentences.add(sentence), "said twice: " + sentence);
                        });
            }
        }
        for (int topic = 0; topic < 6; topic++) {
            assertEquals(
                    danish.topics().get(topic).questions().size(),
                    english.topics().get(topic).questions().size());
        }
    }

    @Test
    void a_guide_is_read_in_the_readers_language() {
        Workplace work = given.aWorkplace();
        work.anna()
                .reads("/guides")
                .body("", hasSize(4))
                .body(
                        "title",
                        contains(
                                "Borgerservice ansigt til ansigt",
                                "Skriftlig kommunikation",
                                "Telefon og kontaktcenter",
                                "Ved apotekets skranke"));
        work.anna()
                .asks()
                .header("Accept-Language", "en")
                .get("/guides/" + work.guide())
                .then()
                .body("language", equalTo("en"));
        work.anna().reads("/guides/" + work.guide()).body("language", equalTo("da"));
        work.anna().reads("/guides/" + work.guide() + "?version=2").statusCode(404);
    }

    @Test
    void a_new_version_leaves_running_rounds_with_theirs() {
        RoundStory running = given.aRound().invited();
        Workplace work = running.workplace();
        given.inOrganisation(work.organisation(), () -> {
            GuideVersion first = GuideVersion.newestOf(work.guide()).orElseThrow();
            GuideText danish = first.text(Language.DA);
            GuideText revised = new GuideText("Ny titel", danish.introduction(), danish.topics());
            new GuideVersion(first.guide(), 2, revised, first.text(Language.EN), Instant.now()).persist();
            return null;
        });
        work.anna().reads("/guides/" + work.guide()).body("version", equalTo(2)).body("title", equalTo("Ny titel"));
        work.anna()
                .reads("/guides/" + work.guide() + "?version=1")
                .body("title", equalTo("Borgerservice ansigt til ansigt"));
        work.anna()
                .reads(running.path(""))
                .body("guide.version", equalTo(1))
                .body("guide.title", equalTo("Borgerservice ansigt til ansigt"));
        RoundStory.at(work).invited();
        work.anna().reads("/rounds?limit=1").body("guide.version", contains(2));
    }

    @Test
    void publishing_again_changes_nothing_until_the_text_changes() {
        Workplace work = given.aWorkplace();
        given.inOrganisation(work.organisation(), () -> {
            GuideVersion.getEntityManager()
                    .createNativeQuery(
                            "update organisation set built_in_guides = 'other texts' where id = :organisation")
                    .setParameter("organisation", work.organisation())
                    .executeUpdate();
            guides.publish();
            guides.publish();
            return null;
        });
        work.anna().reads("/guides").body("version", contains(1, 1, 1, 1));
    }

    @Test
    void a_start_visits_the_organisations_alone_that_were_last_given_other_texts() throws Exception {
        UUID behind = UUID.randomUUID();
        UUID newest = UUID.randomUUID();
        String present = digestOf(given.aWorkplace().organisation());
        database.execute("insert into organisation values ('" + behind + "', 'Behind', now(), 'other texts'), ('"
                + newest + "', 'Newest', now(), '" + present + "')");
        guides.publishChanges(new StartupEvent());
        assertEquals(List.of("4"), versionsOf(behind));
        assertEquals(List.of("0"), versionsOf(newest));
        assertEquals(present, digestOf(behind));
    }

    private String digestOf(UUID organisation) throws Exception {
        return database.query("select built_in_guides from organisation where id = '" + organisation + "'")
                .get(0);
    }

    private List<String> versionsOf(UUID organisation) throws Exception {
        return database.query("select count(*) from guide_version where organisation_id = '" + organisation + "'");
    }
}
