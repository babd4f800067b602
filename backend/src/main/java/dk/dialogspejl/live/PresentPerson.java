package dk.dialogspejl.live;

import dk.dialogspejl.organisation.PersonRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who has the round open, in however many tabs. */
@Schema(requiredProperties = "person")
public record PresentPerson(
        PersonRef person,

        @Schema(description = "What they are writing in now, as their client names it; left out for nothing")
        String field) {}
