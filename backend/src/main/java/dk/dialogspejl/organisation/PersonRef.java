package dk.dialogspejl.organisation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as others in a round see them. */
@Schema(
        requiredProperties = {"id", "name"},
        example = "{\"id\": \"0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01\", \"name\": \"Bo Lund\"}")
public record PersonRef(UUID id, String name) {

    /** Null for no one. */
    public static PersonRef of(Person person) {
        return person == null ? null : new PersonRef(person.id(), person.name());
    }
}
