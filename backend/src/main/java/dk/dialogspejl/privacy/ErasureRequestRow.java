package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.PersonRef;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who has asked to be erased. */
@Schema(
        requiredProperties = {"id", "person", "askedAt"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f50",
                 "person": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Anna Holm"},
                 "askedAt": "2026-12-10T09:20:00Z"}""")
public record ErasureRequestRow(UUID id, PersonRef person, Instant askedAt) {

    static ErasureRequestRow of(ErasureRequest request) {
        return new ErasureRequestRow(request.id(), PersonRef.of(request.person()), request.askedAt());
    }
}
