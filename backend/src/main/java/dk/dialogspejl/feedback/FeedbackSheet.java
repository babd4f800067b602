package dk.dialogspejl.feedback;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dk.dialogspejl.platform.sealing.PersonCipher;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The partner's words in the guide's order: all for the partner, what is shared for the evaluatee. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "reader",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = FeedbackSheet.Own.class, name = "PARTNER"),
    @JsonSubTypes.Type(value = FeedbackSheet.Shared.class, name = "EVALUATEE")
})
@Schema(
        name = "FeedbackSheet",
        oneOf = {FeedbackSheet.Own.class, FeedbackSheet.Shared.class},
        discriminatorProperty = "reader",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "PARTNER", schema = FeedbackSheet.Own.class),
            @DiscriminatorMapping(value = "EVALUATEE", schema = FeedbackSheet.Shared.class)
        })
public sealed interface FeedbackSheet {

    /** Every topic, also the empty ones. */
    @Schema(
            name = "OwnFeedbackSheet",
            requiredProperties = {"reader", "topics"},
            example = """
                    {"reader": "PARTNER", "topics": [{"topic": "welcome", "version": 1, "note": "Spørg til skærmen.",
                      "questions": [], "questionsShared": false, "feedback": "", "feedbackShared": false}]}""")
    record Own(@Schema(enumeration = "PARTNER") String reader, List<PartnerFeedbackView> topics)
            implements FeedbackSheet {

        static Own of(List<PartnerFeedback> feedback, PersonCipher cipher) {
            return new Own(
                    "PARTNER",
                    feedback.stream()
                            .sorted(Comparator.comparing(
                                    one -> one.round().guideVersion().topics().indexOf(one.topic())))
                            .map(one -> PartnerFeedbackView.of(one, cipher))
                            .toList());
        }
    }

    /** The topics on which something is shared. */
    @Schema(
            name = "SharedFeedbackSheet",
            requiredProperties = {"reader", "topics"},
            example = """
                    {"reader": "EVALUATEE", "topics": [{"topic": "welcome",
                      "questions": ["Hvad lagde du mærke til da borgeren tav?"], "feedback": ""}]}""")
    record Shared(@Schema(enumeration = "EVALUATEE") String reader, List<SharedFeedback> topics)
            implements FeedbackSheet {

        static Shared of(List<SharedFeedback> feedback, List<String> topicsInOrder) {
            return new Shared(
                    "EVALUATEE",
                    feedback.stream()
                            .sorted(Comparator.comparing(one -> topicsInOrder.indexOf(one.topic())))
                            .toList());
        }
    }
}
