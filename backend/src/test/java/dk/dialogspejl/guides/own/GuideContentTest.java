package dk.dialogspejl.guides.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.guides.GuideText;
import dk.dialogspejl.guides.own.GuideContent.Heading;
import dk.dialogspejl.guides.own.GuideContent.Question;
import dk.dialogspejl.guides.own.GuideContent.QuestionText;
import dk.dialogspejl.guides.own.GuideContent.Topic;
import dk.dialogspejl.guides.own.GuideContent.TopicText;
import dk.dialogspejl.platform.text.Language;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuideContentTest {

    private static final GuideText DANISH = new GuideText(
            "Skranken",
            "Et spejl.",
            List.of(
                    new GuideText.Topic(
                            "welcome",
                            "Velkomst",
                            "Hvordan tager jeg imod?",
                            "Hvordan tog den anden imod?",
                            List.of(new GuideText.Question("Hvad ser jeg på?", "Hvad så den anden på?"))),
                    new GuideText.Topic("other", "Andet", "Mere?", "Noget mere?", List.of())));

    private static Topic topic(String key, Question... questions) {
        TopicText text = new TopicText("Titel", "Jeg?", "Den anden?");
        return new Topic(key, text, text, List.of(questions));
    }

    private static Question question(String key) {
        QuestionText text = new QuestionText("Jeg?", "Den anden?");
        return new Question(key, text, text);
    }

    private static GuideContent guide(Topic... topics) {
        Heading heading = new Heading("Titel", "Indledning");
        return new GuideContent(heading, heading, List.of(topics));
    }

    @Test
    void what_a_version_says_is_the_same_after_it_has_been_a_draft() {
        GuideContent content = GuideContent.of(DANISH, DANISH);
        assertEquals(DANISH, content.text(Language.DA));
        assertEquals(DANISH, content.text(Language.EN));
        assertEquals(List.of(), content.missing(List.of(Language.values())));
    }

    @Test
    void a_draft_is_the_same_after_it_has_been_stored() throws Exception {
        ObjectMapper json = new ObjectMapper();
        GuideContent content = guide(topic("a", question("x"), question(null)), topic(null));
        assertEquals(content, json.readValue(json.writeValueAsString(content), GuideContent.class));
    }

    @Test
    void whatever_has_no_key_gets_one_that_nothing_else_has() {
        GuideContent content =
                guide(topic(null), topic("k1"), topic(null, question("k2"), question(null)), topic("k3"));
        assertEquals(
                List.of("k2", "k1", "k4", "k3"),
                content.topics().stream().map(Topic::key).toList());
        assertEquals(
                List.of("k2", "k3"),
                content.topics().get(2).questions().stream().map(Question::key).toList());
        assertEquals(List.of(), content.keysTwice());
    }

    @Test
    void a_key_that_is_there_before_is_named_by_its_field() {
        GuideContent content = guide(topic("a", question("q")), topic("a", question("q"), question("q")));
        assertEquals(List.of("topics[1].key", "topics[1].questions[1].key"), content.keysTwice());
    }

    @Test
    void each_text_that_is_missing_is_named_in_the_order_it_is_read() {
        GuideContent content = new GuideContent(
                new Heading("Titel", "  "),
                null,
                List.of(new Topic(
                        "a",
                        new TopicText("Titel", null, "Den anden?"),
                        new TopicText("Title", "I?", "The other?"),
                        List.of(question("k1"), new Question("k2", new QuestionText("", "x"), null)))));
        assertEquals(
                List.of(
                        "da.introduction",
                        "en.title",
                        "en.introduction",
                        "topics[0].da.evaluatee",
                        "topics[0].questions[1].da.evaluatee",
                        "topics[0].questions[1].en.evaluatee",
                        "topics[0].questions[1].en.partner"),
                content.missing(List.of(Language.values())));
    }

    @Test
    void spaces_around_a_text_are_not_published() {
        GuideContent content =
                new GuideContent(new Heading(" Titel\n", "x "), new Heading("Title", "x"), List.of(topic("a")));
        assertEquals("Titel", content.text(Language.DA).title());
        assertEquals("x", content.text(Language.DA).introduction());
    }

    @Test
    void nothing_at_all_is_an_empty_guide_and_what_is_null_in_a_list_is_left_to_be_refused() {
        assertTrue(new GuideContent(null, null, null).topics().isEmpty());
        assertEquals(
                1,
                new GuideContent(null, null, Collections.singletonList(null))
                        .topics()
                        .size());
    }
}
