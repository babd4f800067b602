package dk.dialogspejl.reflections;

import dk.dialogspejl.platform.http.Versioned;
import dk.dialogspejl.platform.sealing.PersonCipher;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reflection as its author sees it. */
@Schema(
        name = "OwnReflection",
        requiredProperties = {"topic", "version", "text", "moments", "shared"},
        example = """
                {"topic": "welcome", "version": 2, "text": "Jeg så op og sagde goddag før borgeren nåede skranken.",
                 "moments": [{"second": 12, "note": "Øjenkontakt fra start."}], "shared": false,
                 "writtenAt": "2026-12-02T10:05:00Z"}""")
public record ReflectionView(
        @Schema(description = "Key of the guide's topic") String topic,
        int version,
        String text,
        List<Moment> moments,

        @Schema(description = "Whether the partner may read it")
        boolean shared,

        @Schema(description = "Null until something is written")
        Instant writtenAt)
        implements Versioned {

    static ReflectionView of(Reflection reflection, PersonCipher cipher) {
        Words words = reflection.words(cipher);
        return new ReflectionView(
                reflection.topic(),
                reflection.version(),
                words.text(),
                words.moments(),
                reflection.dialogue().sharedTopics().contains(reflection.topic()),
                reflection.writtenAt());
    }
}
