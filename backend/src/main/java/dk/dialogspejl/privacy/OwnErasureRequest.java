package dk.dialogspejl.privacy;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether I have asked to be erased. */
@Schema(example = "{\"askedAt\": \"2026-12-10T09:20:00Z\"}")
public record OwnErasureRequest(
        @Schema(description = "Left out when I have not") Instant askedAt) {}
