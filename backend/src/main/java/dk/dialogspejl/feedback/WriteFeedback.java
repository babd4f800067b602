package dk.dialogspejl.feedback;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All of the partner's words on one topic. */
@Schema(
        requiredProperties = {"note", "questions", "questionsShared", "feedback", "feedbackShared"},
        example = """
                {"note": "Spørg til skærmen.", "questions": ["Hvad lagde du mærke til da borgeren tav?"],
                 "questionsShared": true, "feedback": "Din ro smittede.", "feedbackShared": false}""")
public record WriteFeedback(
        @NotNull @PlainText(max = 10_000) @Schema(description = "The partner's own; never shared")
        String note,

        @NotNull @Size(max = 20) List<@NotNull @PlainText(min = 1, max = 500) String> questions,

        @NotNull @Schema(description = "Whether the evaluatee may read the questions")
        Boolean questionsShared,

        @NotNull @PlainText(max = 10_000) String feedback,

        @NotNull @Schema(description = "Whether the evaluatee may read the feedback")
        Boolean feedbackShared) {}
