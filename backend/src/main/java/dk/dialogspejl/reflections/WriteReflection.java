package dk.dialogspejl.reflections;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole reflection on one topic. */
@Schema(requiredProperties = "text", example = """
                {"text": "Jeg så op og sagde goddag før borgeren nåede skranken.",
                 "moments": [{"second": 12, "note": "Øjenkontakt fra start."}]}""")
public record WriteReflection(
        @NotNull @PlainText(max = 20_000) @Schema(description = "Empty for nothing yet")
        String text,

        @Size(max = 200) @Schema(description = "Only on a dialogue that was recorded")
        List<@NotNull @Valid Moment> moments) {}
