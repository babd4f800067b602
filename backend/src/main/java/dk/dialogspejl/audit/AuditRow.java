package dk.dialogspejl.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that was changed, or one kind of refusal in an hour. */
@Schema(
        requiredProperties = {"id", "kind", "at", "times"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f90", "kind": "API_CLIENT_REVOKED", "at": "2026-12-10T09:20:00Z",
                 "times": 1, "by": {"type": "PERSON", "id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f05", "name": "Erik Bang"},
                 "about": {"type": "API_CLIENT", "id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f70", "name": "Løn"},
                 "requestId": "4f0d3a52-7a39-4b0e-a0b5-0b2f7d1f6c11"}""")
public record AuditRow(
        UUID id,
        AuditKind kind,

        @Schema(description = "Of refusals when the first of the hour was")
        Instant at,

        @Schema(description = "How often in the hour, for refusals")
        int times,

        @Schema(description = "A person or an API client; left out where it was neither, or is not told")
        AuditRef by,

        @Schema(description = "What was changed; left out where the kind says it")
        AuditRef about,

        @Schema(description = "Of refusals the first one's") String requestId) {

    AuditRow withoutOthersThan(UUID personId) {
        return by == null || by.id().equals(personId)
                ? this
                : new AuditRow(id, kind, at, times, null, about, requestId);
    }
}
