package dk.dialogspejl.provisioning.csv;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a row of the file does. */
@Schema(
        requiredProperties = {"effect", "changes"},
        example = """
                {"row": 2, "effect": "MOVED", "personId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund",
                 "email": "bo@fjordby.example", "changes": [{"field": "team", "from": "Byggesager", "to": "Borgerservice"}]}""")
public record ImportRow(
        @Schema(description = "The line in the file; left out for somebody who is not in it")
        Integer row,

        Effect effect,

        @Schema(description = "Left out for somebody new") UUID personId,

        String name,
        String email,

        @Schema(description = "Each field that becomes another")
        List<FieldChange> changes) {

    /** The most important of what happens to somebody; each other thing is among the changes. */
    @Schema(name = "ImportEffect")
    public enum Effect {
        CREATED,
        DEACTIVATED,
        REACTIVATED,
        MOVED,
        CHANGED,
        UNCHANGED
    }

    /** @param from and {@code to} are left out where there is nothing. Roles and languages are codes. */
    @Schema(name = "ImportedField", requiredProperties = "field")
    public record FieldChange(
            @Schema(description = "As it is called in the API, such as `employeeNumber`")
            String field,

            String from,
            String to) {}
}
