package dk.dialogspejl.dialogues;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dk.dialogspejl.platform.http.Located;
import dk.dialogspejl.platform.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dialogue: whole for the evaluatee, and for the partner what lets them recognise a shared one. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "reader",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = DialogueView.Own.class, name = "EVALUATEE"),
    @JsonSubTypes.Type(value = DialogueView.Shared.class, name = "PARTNER")
})
@Schema(
        name = "Dialogue",
        oneOf = {DialogueView.Own.class, DialogueView.Shared.class},
        discriminatorProperty = "reader",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "EVALUATEE", schema = DialogueView.Own.class),
            @DiscriminatorMapping(value = "PARTNER", schema = DialogueView.Shared.class)
        })
public sealed interface DialogueView {

    UUID id();

    Instant heldAt();

    String label();

    /** As the evaluatee sees it. */
    @Schema(
            name = "OwnDialogue",
            requiredProperties = {"reader", "id", "roundId", "version", "heldAt", "channel", "label", "sharedTopics"},
            example = """
                    {"reader": "EVALUATEE", "id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30",
                     "roundId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f20", "version": 0, "heldAt": "2026-12-02T09:20:00Z",
                     "channel": "COUNTER", "label": "Pas til barn", "sharedTopics": ["welcome"]}""")
    record Own(
            @Schema(enumeration = "EVALUATEE") String reader,
            UUID id,
            UUID roundId,
            int version,
            Instant heldAt,
            Channel channel,
            String label,

            @Schema(description = "Null in a round without video")
            Recording recording,

            @Schema(description = "Keys of the topics the partner may read")
            List<String> sharedTopics)
            implements DialogueView, Versioned, Located {

        static Own of(Dialogue dialogue) {
            return new Own(
                    "EVALUATEE",
                    dialogue.id(),
                    dialogue.round().id(),
                    dialogue.version(),
                    dialogue.heldAt(),
                    dialogue.channel(),
                    dialogue.label(),
                    dialogue.recording(),
                    dialogue.sharedTopics());
        }

        @Override
        @JsonIgnore
        public String locatedAt() {
            return "/dialogues/" + id;
        }
    }

    /** As the partner sees one that something is shared of. */
    @Schema(
            name = "SharedDialogue",
            requiredProperties = {"reader", "id", "roundId", "heldAt", "channel", "label", "sharedTopics"},
            example = """
                    {"reader": "PARTNER", "id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30",
                     "roundId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f20", "heldAt": "2026-12-02T09:20:00Z",
                     "channel": "COUNTER", "label": "Pas til barn", "sharedTopics": ["welcome"]}""")
    record Shared(
            @Schema(enumeration = "PARTNER") String reader,
            UUID id,
            UUID roundId,
            Instant heldAt,
            Channel channel,
            String label,

            @Schema(description = "Keys of the topics shared")
            List<String> sharedTopics)
            implements DialogueView {

        static Shared of(Dialogue dialogue) {
            return new Shared(
                    "PARTNER",
                    dialogue.id(),
                    dialogue.round().id(),
                    dialogue.heldAt(),
                    dialogue.channel(),
                    dialogue.label(),
                    dialogue.sharedTopics());
        }
    }
}
