package dk.dialogspejl.guides;

import dk.dialogspejl.platform.text.Language;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guide to choose. */
@Schema(
        requiredProperties = {"id", "version", "title", "introduction"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "version": 1, "title": "Borgerservice ansigt til ansigt",
                 "introduction": "Guiden er et spejl, ikke en bedømmelse."}""")
public record GuideRow(
        UUID id,
        @Schema(description = "The newest version's number") int version,
        String title,
        String introduction) {

    static GuideRow of(GuideVersion version, Language language) {
        return new GuideRow(
                version.guide().id(),
                version.number(),
                version.title(language),
                version.text(language).introduction());
    }
}
