package dk.dialogspejl.feedback;

import dk.dialogspejl.platform.http.Versioned;
import dk.dialogspejl.platform.sealing.PersonCipher;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The partner's words on a topic, as the partner sees them. */
@Schema(
        name = "OwnFeedback",
        requiredProperties = {"topic", "version", "note", "questions", "questionsShared", "feedback", "feedbackShared"},
        example = """
                {"topic": "welcome", "version": 1, "note": "Spørg til skærmen.",
                 "questions": ["Hvad lagde du mærke til da borgeren tav?"], "questionsShared": true,
                 "feedback": "Din ro smittede.", "feedbackShared": false}""")
public record PartnerFeedbackView(
        @Schema(description = "Key of the guide's topic") String topic,
        int version,
        String note,
        List<String> questions,
        boolean questionsShared,
        String feedback,
        boolean feedbackShared)
        implements Versioned {

    static PartnerFeedbackView of(PartnerFeedback feedback, PersonCipher cipher) {
        return new PartnerFeedbackView(
                feedback.topic(),
                feedback.version(),
                feedback.note(cipher),
                feedback.questions(cipher),
                feedback.questionsShared(),
                feedback.feedback(cipher),
                feedback.feedbackShared());
    }
}
