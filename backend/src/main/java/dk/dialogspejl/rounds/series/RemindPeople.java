package dk.dialogspejl.rounds.series;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to remind. */
@Schema(requiredProperties = "people", example = "{\"people\": [\"0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00\"]}")
public record RemindPeople(@NotEmpty @Size(max = 1000) List<@NotNull UUID> people) {}
