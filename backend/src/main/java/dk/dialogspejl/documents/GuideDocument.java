package dk.dialogspejl.documents;

import dk.dialogspejl.guides.GuideText;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.rounds.Participant;
import java.util.List;

/** What the document of a guide says, in the wording of one of the two. */
public record GuideDocument(
        String language, String title, String wording, String introduction, List<Topic> topics, String footer) {

    /** A topic with its questions. */
    public record Topic(String key, String title, String about, List<String> questions) {}

    static GuideDocument of(GuideText guide, Participant reader, Language language) {
        boolean self = reader == Participant.EVALUATEE;
        return new GuideDocument(
                language.tag(),
                guide.title(),
                Messages.get(language, "document.guide." + reader),
                guide.introduction(),
                guide.topics().stream()
                        .map(topic -> new Topic(
                                topic.key(),
                                topic.title(),
                                self ? topic.self() : topic.partner(),
                                topic.questions().stream()
                                        .map(question -> self ? question.self() : question.partner())
                                        .toList()))
                        .toList(),
                Messages.get(language, "document.footer"));
    }
}
