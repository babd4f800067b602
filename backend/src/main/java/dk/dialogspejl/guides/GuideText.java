package dk.dialogspejl.guides;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a guide says in one language: topics in the self wording and in the partner's. */
public record GuideText(String title, String introduction, List<Topic> topics) {

    /** One topic. The key is the same in both languages and in all versions of a guide. */
    @Schema(
            name = "GuideTopic",
            requiredProperties = {"key", "title", "self", "partner", "questions"})
    public record Topic(
            String key,
            String title,

            @Schema(description = "The topic as the evaluatee reads it")
            String self,

            @Schema(description = "The topic as the partner reads it")
            String partner,

            List<Question> questions) {}

    /** A guiding question in both wordings. */
    @Schema(
            name = "GuidingQuestion",
            requiredProperties = {"self", "partner"})
    public record Question(String self, String partner) {}

    List<String> topicKeys() {
        return topics.stream().map(Topic::key).toList();
    }
}
