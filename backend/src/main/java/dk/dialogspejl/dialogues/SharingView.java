package dk.dialogspejl.dialogues;

import dk.dialogspejl.platform.http.Versioned;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the partner may read of a dialogue. */
@Schema(
        requiredProperties = {"version", "topics"},
        example = "{\"version\": 3, \"topics\": [\"welcome\", \"needs\"]}")
public record SharingView(int version, List<String> topics) implements Versioned {

    static SharingView of(Dialogue dialogue) {
        return new SharingView(dialogue.version(), dialogue.sharedTopics());
    }
}
