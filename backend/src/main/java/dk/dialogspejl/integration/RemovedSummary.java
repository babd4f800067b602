package dk.dialogspejl.integration;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A summary that HR may read no more: taken back, erased, removed for its age, or of somebody in another team now. */
@Schema(
        requiredProperties = {"id", "revision", "removedAt"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f41", "revision": 2, "removedAt": "2027-01-03T10:12:44Z"}""")
public record RemovedSummary(
        UUID id,

        @Schema(description = "Higher than that of the summary it removes")
        int revision,

        Instant removedAt) {}
