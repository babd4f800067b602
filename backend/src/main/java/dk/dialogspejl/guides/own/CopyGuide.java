package dk.dialogspejl.guides.own;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an own guide begins as. */
@Schema(
        requiredProperties = {"copyOf"},
        example = "{\"copyOf\": \"0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10\"}")
public record CopyGuide(
        @NotNull @Schema(description = "A guide that is built in, or one's own as its draft says")
        UUID copyOf) {}
