package dk.dialogspejl.live;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What I am writing in now. */
@Schema(example = "{\"field\": \"workedWell\"}")
public record TellPresence(
        @Pattern(regexp = FIELD, message = "{dk.dialogspejl.TellPresence.field}")
        @Schema(description = "The client's own name for it; left out for nothing")
        String field) {

    static final String FIELD = "^[A-Za-z0-9.-]{1,60}$";
}
