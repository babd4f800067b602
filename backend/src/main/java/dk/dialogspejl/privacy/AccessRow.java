package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One read of what I shared. */
@Schema(
        requiredProperties = {"id", "content", "roundId", "topics", "at"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f40", "content": "REFLECTIONS",
                 "reader": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund"},
                 "roundId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f20", "dialogueId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30",
                 "topics": ["welcome"], "at": "2026-12-10T09:20:00Z"}""")
public record AccessRow(
        UUID id,
        SharedContent content,

        @Schema(description = "Who read it; left out for a system")
        PersonRef reader,

        @Schema(description = "The system that read it; left out for a person")
        String system,

        UUID roundId,

        @Schema(description = "The dialogue that was read about, which may be gone since")
        UUID dialogueId,

        @Schema(description = "Keys of the guide's topics that were read; none for a summary")
        List<String> topics,

        @Schema(description = "Of a summary: the revision that the system was given")
        Integer revision,

        Instant at) {

    static AccessRow of(AccessEntry entry) {
        return new AccessRow(
                entry.id(),
                entry.content(),
                PersonRef.of(entry.reader()),
                null,
                entry.roundId(),
                entry.dialogueId(),
                entry.topics(),
                null,
                entry.readAt());
    }

    /** Of a summary that a system was given. */
    static AccessRow ofSystem(UUID id, String system, UUID roundId, int revision, Instant at) {
        return new AccessRow(id, SharedContent.SUMMARY, null, system, roundId, null, List.of(), revision, at);
    }
}
