package dk.dialogspejl.audit;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom or what an entry names, as it is called now. */
@Schema(
        requiredProperties = {"type", "id"},
        example = """
                {"type": "PERSON", "id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f05", "name": "Erik Bang"}""")
public record AuditRef(
        AuditedType type,
        UUID id,

        @Schema(description = "Left out for what is there no more")
        String name) {}
