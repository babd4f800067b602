package dk.dialogspejl.identity;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as the person whose it is sees it. */
@Schema(
        requiredProperties = {"id", "startedAt", "lastUsedAt", "current"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f60", "startedAt": "2026-12-01T07:55:00Z",
                 "lastUsedAt": "2026-12-01T09:15:00Z", "browser": "Chrome", "system": "Windows", "current": true}""")
public record SessionRow(
        UUID id,
        Instant startedAt,

        @Schema(description = "Right within ten minutes") Instant lastUsedAt,

        @Schema(description = "The browser's name, where it is a known one")
        String browser,

        @Schema(description = "The kind of system or device, where it is a known one")
        String system,

        @Schema(description = "The one this request came with")
        boolean current) {

    static SessionRow of(Session session, UUID current) {
        return new SessionRow(
                session.id(),
                session.startedAt(),
                session.lastUsedAt(),
                session.device().browser(),
                session.device().system(),
                session.id().equals(current));
    }
}
