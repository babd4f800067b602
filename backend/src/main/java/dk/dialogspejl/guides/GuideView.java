package dk.dialogspejl.guides;

import dk.dialogspejl.platform.text.Language;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guide to read, in one language, in both wordings. */
@Schema(
        requiredProperties = {"id", "version", "language", "title", "introduction", "topics"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "version": 1, "language": "da",
                 "title": "Borgerservice ansigt til ansigt", "introduction": "Guiden er et spejl, ikke en bedømmelse.",
                 "topics": [{"key": "welcome", "title": "Velkomst", "self": "Hvordan tager jeg imod borgeren?",
                   "partner": "Hvordan tog medarbejderen imod borgeren?",
                   "questions": [{"self": "Hvor er min opmærksomhed?", "partner": "Hvor var medarbejderens opmærksomhed?"}]}]}""")
public record GuideView(
        UUID id, int version, Language language, String title, String introduction, List<GuideText.Topic> topics) {

    static GuideView of(GuideVersion version, Language language) {
        GuideText text = version.text(language);
        return new GuideView(
                version.guide().id(), version.number(), language, text.title(), text.introduction(), text.topics());
    }
}
