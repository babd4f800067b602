package dk.dialogspejl.guides.own;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guide as it is taken out of one installation and into another. Described for people in docs/guide-format.md. */
@Schema(
        requiredProperties = {"format"},
        example = "{\"format\": \"" + GuideFile.FORMAT + "\", " + GuideFile.REST)
public record GuideFile(
        @NotNull
        @Pattern(regexp = GuideFile.FORMAT, message = "{dk.dialogspejl.GuideFile.format}")
        @Schema(description = "Always `" + GuideFile.FORMAT + "`")
        String format,

        @Valid GuideContent.Heading da,
        @Valid GuideContent.Heading en,

        @Size(max = GuideContent.MOST_TOPICS) List<GuideContent.@NotNull @Valid Topic> topics) {

    static final String FORMAT = "dialogspejl-guide-1";

    static final String REST = """
            "da": {"title": "Ved skranken i Fjordby", "introduction": "Guiden er et spejl, ikke en bedømmelse."},
             "en": {"title": "At the desk in Fjordby", "introduction": "The guide is a mirror, not an assessment."},
             "topics": [{"key": "welcome",
               "da": {"title": "Velkomst", "evaluatee": "Hvordan tager jeg imod borgeren?",
                 "partner": "Hvordan tog medarbejderen imod borgeren?"},
               "en": {"title": "Welcome", "evaluatee": "How do I receive the citizen?",
                 "partner": "How did the employee receive the citizen?"},
               "questions": []}]}""";

    static GuideFile of(GuideContent content) {
        return new GuideFile(FORMAT, content.da(), content.en(), content.topics());
    }

    GuideContent content() {
        return new GuideContent(da, en, topics);
    }
}
