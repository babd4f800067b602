package dk.dialogspejl.guides.own;

import dk.dialogspejl.guides.GuideText;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that a guide says: in both languages and both wordings, whether finished or not. What is left out is empty, and a
 * topic or a question without a key is given one.
 */
@Schema(
        requiredProperties = {"da", "en", "topics"},
        example = GuideContent.EXAMPLE)
public record GuideContent(
        @Valid @Schema(description = "The heading in Danish")
        Heading da,

        @Valid @Schema(description = "The heading in English")
        Heading en,

        @Size(max = GuideContent.MOST_TOPICS) @Schema(description = "In the order they are read")
        List<@NotNull @Valid Topic> topics) {

    /** As long as all of it in common letters is within what a request may carry. */
    static final int MOST_TOPICS = 12;

    static final int MOST_QUESTIONS = 20;
    static final int LONGEST_TITLE = 100;
    static final int LONGEST_INTRODUCTION = 1000;
    static final int LONGEST_SENTENCE = 300;
    static final String KEY = "[a-z][a-z0-9-]{0,39}";
    private static final String KEY_FAULT = "{dk.dialogspejl.GuideContent.key}";

    static final String EXAMPLE = """
            {"da": {"title": "Ved skranken i Fjordby", "introduction": "Guiden er et spejl, ikke en bedømmelse."},
             "en": {"title": "At the desk in Fjordby", "introduction": "The guide is a mirror, not an assessment."},
             "topics": [{"key": "welcome",
               "da": {"title": "Velkomst", "evaluatee": "Hvordan tager jeg imod borgeren?",
                 "partner": "Hvordan tog medarbejderen imod borgeren?"},
               "en": {"title": "Welcome", "evaluatee": "How do I receive the citizen?",
                 "partner": "How did the employee receive the citizen?"},
               "questions": [{"key": "k1",
                 "da": {"evaluatee": "Hvor er min opmærksomhed?", "partner": "Hvor var medarbejderens opmærksomhed?"},
                 "en": {"evaluatee": "Where is my attention?", "partner": "Where was the employee's attention?"}}]}]}""";

    /** What stands above the topics, in one language. */
    @Schema(
            name = "GuideHeading",
            requiredProperties = {"title", "introduction"})
    public record Heading(
            @PlainText(max = LONGEST_TITLE) String title,

            @PlainText(max = LONGEST_INTRODUCTION) @Schema(description = "What the guide is for and how it is used")
            String introduction) {

        public Heading {
            title = orEmpty(title);
            introduction = orEmpty(introduction);
        }
    }

    /** A topic. */
    @Schema(
            name = "GuideContentTopic",
            requiredProperties = {"key", "da", "en", "questions"})
    public record Topic(
            @Pattern(regexp = KEY, message = KEY_FAULT)
            @Schema(description = "Stays the same whatever is changed; what is written in rounds belongs to it")
            String key,

            @Valid TopicText da,
            @Valid TopicText en,
            @Size(max = MOST_QUESTIONS) List<@NotNull @Valid Question> questions) {

        public Topic {
            da = da == null ? new TopicText(null, null, null) : da;
            en = en == null ? new TopicText(null, null, null) : en;
            questions =
                    keyed(questions, Question::key, (question, made) -> new Question(made, question.da, question.en));
        }

        TopicText in(Language language) {
            return language == Language.EN ? en : da;
        }
    }

    /** A topic in one language, in both wordings. */
    @Schema(
            name = "GuideTopicText",
            requiredProperties = {"title", "evaluatee", "partner"})
    public record TopicText(
            @PlainText(max = LONGEST_TITLE) String title,

            @PlainText(max = LONGEST_SENTENCE) @Schema(description = "The topic as the evaluatee reads it")
            String evaluatee,

            @PlainText(max = LONGEST_SENTENCE) @Schema(description = "The topic as the partner reads it")
            String partner) {

        public TopicText {
            title = orEmpty(title);
            evaluatee = orEmpty(evaluatee);
            partner = orEmpty(partner);
        }
    }

    /** A guiding question. */
    @Schema(
            name = "GuideQuestion",
            requiredProperties = {"key", "da", "en"})
    public record Question(
            @Pattern(regexp = KEY, message = KEY_FAULT)
            @Schema(description = "Tells it from the topic's other questions")
            String key,

            @Valid QuestionText da,
            @Valid QuestionText en) {

        public Question {
            da = da == null ? new QuestionText(null, null) : da;
            en = en == null ? new QuestionText(null, null) : en;
        }

        QuestionText in(Language language) {
            return language == Language.EN ? en : da;
        }
    }

    /** A guiding question in one language, in both wordings. */
    @Schema(
            name = "GuideQuestionText",
            requiredProperties = {"evaluatee", "partner"})
    public record QuestionText(
            @PlainText(max = LONGEST_SENTENCE) String evaluatee,
            @PlainText(max = LONGEST_SENTENCE) String partner) {

        public QuestionText {
            evaluatee = orEmpty(evaluatee);
            partner = orEmpty(partner);
        }
    }

    public GuideContent {
        da = da == null ? new Heading(null, null) : da;
        en = en == null ? new Heading(null, null) : en;
        topics = keyed(topics, Topic::key, (topic, made) -> new Topic(made, topic.da, topic.en, topic.questions));
    }

    /** What a published version says. */
    static GuideContent of(GuideText danish, GuideText english) {
        return new GuideContent(
                new Heading(danish.title(), danish.introduction()),
                new Heading(english.title(), english.introduction()),
                IntStream.range(0, danish.topics().size())
                        .mapToObj(at ->
                                topic(danish.topics().get(at), english.topics().get(at)))
                        .toList());
    }

    private static Topic topic(GuideText.Topic danish, GuideText.Topic english) {
        return new Topic(
                danish.key(),
                new TopicText(danish.title(), danish.self(), danish.partner()),
                new TopicText(english.title(), english.self(), english.partner()),
                IntStream.range(0, danish.questions().size())
                        .mapToObj(at -> new Question(
                                null,
                                text(danish.questions().get(at)),
                                text(english.questions().get(at))))
                        .toList());
    }

    private static QuestionText text(GuideText.Question question) {
        return new QuestionText(question.self(), question.partner());
    }

    /** As it is published in one language; what is not written in it says what the other does. */
    GuideText text(Language language) {
        return new GuideText(
                said(language, as -> in(as).title()),
                said(language, as -> in(as).introduction()),
                topics.stream()
                        .map(topic -> new GuideText.Topic(
                                topic.key(),
                                said(language, as -> topic.in(as).title()),
                                said(language, as -> topic.in(as).evaluatee()),
                                said(language, as -> topic.in(as).partner()),
                                topic.questions().stream()
                                        .map(question -> new GuideText.Question(
                                                said(
                                                        language,
                                                        as -> question.in(as).evaluatee()),
                                                said(
                                                        language,
                                                        as -> question.in(as).partner())))
                                        .toList()))
                        .toList());
    }

    private static String said(Language language, Function<Language, String> text) {
        String said = text.apply(language).strip();
        return said.isEmpty()
                ? text.apply(language == Language.EN ? Language.DA : Language.EN)
                        .strip()
                : said;
    }

    String title(Language language) {
        return said(language, as -> in(as).title());
    }

    Heading in(Language language) {
        return language == Language.EN ? en : da;
    }

    /** The fields without a text in these languages, in the order they are read; what is missing before publishing. */
    List<String> missing(List<Language> languages) {
        List<String> missing = new ArrayList<>();
        for (Language language : languages) {
            Heading heading = in(language);
            note(missing, heading.title(), language.tag() + ".title");
            note(missing, heading.introduction(), language.tag() + ".introduction");
        }
        for (int at = 0; at < topics.size(); at++) {
            Topic topic = topics.get(at);
            String path = "topics[" + at + "].";
            for (Language language : languages) {
                TopicText text = topic.in(language);
                note(missing, text.title(), path + language.tag() + ".title");
                note(missing, text.evaluatee(), path + language.tag() + ".evaluatee");
                note(missing, text.partner(), path + language.tag() + ".partner");
            }
            for (int asked = 0; asked < topic.questions().size(); asked++) {
                for (Language language : languages) {
                    QuestionText text = topic.questions().get(asked).in(language);
                    String field = path + "questions[" + asked + "]." + language.tag();
                    note(missing, text.evaluatee(), field + ".evaluatee");
                    note(missing, text.partner(), field + ".partner");
                }
            }
        }
        return missing;
    }

    private static void note(List<String> missing, String text, String field) {
        if (text.isBlank()) {
            missing.add(field);
        }
    }

    /** The fields with a key that an earlier topic, or question of the same topic, has too. */
    List<String> keysTwice() {
        List<String> twice = new ArrayList<>(keysTwice("topics", topics, Topic::key));
        for (int at = 0; at < topics.size(); at++) {
            twice.addAll(
                    keysTwice("topics[" + at + "].questions", topics.get(at).questions(), Question::key));
        }
        return twice;
    }

    private static <T> List<String> keysTwice(String list, List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, items.size())
                .filter(at -> !seen.add(key.apply(items.get(at))))
                .mapToObj(at -> list + "[" + at + "].key")
                .toList();
    }

    /** Each without a key gets one by its place, or the next that none has; with a letter, so that it is no number. */
    private static <T> List<T> keyed(List<T> items, Function<T, String> key, BiFunction<T, String, T> give) {
        if (items == null) {
            return List.of();
        }
        Set<String> taken = new HashSet<>();
        items.stream().filter(Objects::nonNull).map(key).forEach(taken::add);
        List<T> keyed = new ArrayList<>(items);
        for (int at = 0; at < keyed.size(); at++) {
            T item = keyed.get(at);
            if (item != null && key.apply(item) == null) {
                int number = at + 1;
                while (!taken.add("k" + number)) {
                    number++;
                }
                keyed.set(at, give.apply(item, "k" + number));
            }
        }
        return Collections.unmodifiableList(keyed); // null is let through to be refused as a field
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
