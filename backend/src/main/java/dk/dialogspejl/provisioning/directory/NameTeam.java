package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a team is to be called. */
@Schema(requiredProperties = "name", example = """
                {"name": "Borgerservice"}""")
record NameTeam(@NotBlank @PlainText(max = 120) String name) {}
