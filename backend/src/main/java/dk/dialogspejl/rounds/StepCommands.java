package dk.dialogspejl.rounds;

import dk.dialogspejl.platform.text.PlainText;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may come with a step; every field is optional. */
final class StepCommands {

    private static final int NOTE = 1000;

    private StepCommands() {}

    /** Why there are fewer dialogues than agreed. */
    @Schema(example = "{\"fewerDialoguesReason\": \"Der kom færre borgere end ventet i ugen med efterårsferie.\"}")
    public record FinishDialogues(
            @PlainText(max = NOTE) @Schema(description = "Needed when there are fewer than agreed. Both can read it")
            String fewerDialoguesReason) {}

    /** When and where the two will talk, where that is not planned yet or is another now. */
    @Schema(example = "{\"talkAt\": \"2026-12-16T09:00:00Z\", \"talkPlace\": \"Mødelokale 2\"}")
    public record OpenDiscussion(
            Instant talkAt, @PlainText(max = 200) String talkPlace) {}

    /** Why the round is given up. */
    @Schema(example = "{\"reason\": \"Vi tager den igen efter nytår.\"}")
    public record Cancel(
            @PlainText(max = NOTE) @Schema(description = "Both can read it")
            String reason) {}
}
