package dk.dialogspejl.dialogues;

import dk.dialogspejl.platform.text.PlainText;
import dk.dialogspejl.rounds.ConsentMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client sends about dialogues. */
final class DialogueCommands {

    private DialogueCommands() {}

    /** A dialogue, to add it or to change it. */
    @Schema(
            requiredProperties = {"heldAt", "channel", "label"},
            example = """
                    {"heldAt": "2026-12-02T09:20:00Z", "channel": "COUNTER", "label": "Pas til barn",
                     "recording": {"consented": true, "consentMethod": "SPOKEN_ON_RECORDING", "deleteBy": "2026-12-16"}}""")
    public record DescribeDialogue(
            @NotNull @Schema(description = "Not in the future")
            Instant heldAt,

            @NotNull Channel channel,

            @NotBlank @PlainText(max = 120) @Schema(description = "Neutral: never who the customer was")
            String label,

            @Valid @Schema(description = "Only in a round with video, and needed there")
            DescribeRecording recording) {}

    /** Consent to a recording, and its last day. */
    @Schema(requiredProperties = "consented")
    public record DescribeRecording(
            @NotNull @Schema(description = "Whether the customer said yes; without a yes leave the rest out")
            Boolean consented,

            @Schema(description = "Needed with consent") ConsentMethod consentMethod,

            @Schema(
                    description = "The last day the recording may exist: not past, and not later than agreed."
                            + " Left out it is as late as agreed.")
            LocalDate deleteBy) {}

    /** All the topics the partner may read from now on. */
    @Schema(requiredProperties = "topics", example = "{\"topics\": [\"welcome\", \"needs\"]}")
    public record ShareTopics(
            @NotNull @Size(max = 50) @Schema(description = "Keys of the guide's topics; empty to share nothing")
            Set<@NotNull @PlainText(max = 50, guarded = false) String> topics) {}
}
