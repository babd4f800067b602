package dk.dialogspejl.provisioning.csv;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What importing a file would do, row by row. Nothing of it has been done. */
@Schema(
        requiredProperties = {"digest", "rows", "faults", "newTeams", "ignoredColumns"},
        example = """
                {"digest": "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9", "rows": [
                   {"row": 2, "effect": "MOVED", "personId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund",
                    "email": "bo@fjordby.example", "changes": [{"field": "team", "from": "Byggesager", "to": "Borgerservice"}]}],
                 "faults": [], "newTeams": [], "ignoredColumns": ["Lønklasse"]}""")
public record ImportPreview(
        @Schema(description = "Names this very outcome, to import it")
        String digest,

        @Schema(description = "In the order of the file; those who are not in it come last")
        List<ImportRow> rows,

        @Schema(description = "What must be put right in the file before it can be imported")
        List<RowFault> faults,

        @Schema(description = "Teams that are made, since nobody has heard of them before")
        List<String> newTeams,

        @Schema(description = "Headings that mean nothing here; what is below them is not looked at")
        List<String> ignoredColumns) {

    /** Something in the file that cannot be imported. */
    @Schema(
            name = "ImportFault",
            requiredProperties = "detail",
            example = "{\"row\": 17, \"field\": \"email\", \"detail\": \"Skriv en e-mailadresse.\"}")
    public record RowFault(
            @Schema(description = "The line in the file; left out for somebody who is not in it")
            Integer row,

            @Schema(description = "Left out where it is about the row as a whole")
            String field,

            String detail) {}
}
