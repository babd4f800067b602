package dk.dialogspejl.reflections;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A note about a moment of a recording.
 *
 * @param second seconds into the recording; up to a day
 */
@Schema(
        requiredProperties = {"second", "note"},
        example = "{\"second\": 75, \"note\": \"Her kigger jeg på skærmen mens borgeren taler.\"}")
public record Moment(
        @NotNull @Min(0) @Max(86_400) @Schema(description = "Seconds into the recording")
        Integer second,

        @NotNull @PlainText(max = 1000) String note) {}
