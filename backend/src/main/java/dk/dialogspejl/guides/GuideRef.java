package dk.dialogspejl.guides;

import dk.dialogspejl.platform.text.Language;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The version of a guide that a round uses. */
@Schema(
        requiredProperties = {"id", "version", "title"},
        example =
                "{\"id\": \"0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10\", \"version\": 1, \"title\": \"Borgerservice ansigt til ansigt\"}")
public record GuideRef(UUID id, int version, String title) {

    public static GuideRef of(GuideVersion version, Language language) {
        return new GuideRef(version.guide().id(), version.number(), version.title(language));
    }
}
