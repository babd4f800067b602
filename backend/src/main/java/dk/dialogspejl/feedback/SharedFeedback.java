package dk.dialogspejl.feedback;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the partner has shared on a topic. */
@Schema(requiredProperties = {"topic", "questions", "feedback"})
public record SharedFeedback(
        @Schema(description = "Key of the guide's topic") String topic,
        @Schema(description = "Empty when not shared") List<String> questions,
        @Schema(description = "Empty when not shared") String feedback) {

    public SharedFeedback {
        questions = Objects.requireNonNullElse(questions, List.of());
        feedback = Objects.requireNonNullElse(feedback, "");
    }
}
