package dk.dialogspejl.provisioning.csv;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import has done: how many people, and teams. */
@Schema(
        requiredProperties = {"created", "changed", "deactivated", "unchanged", "newTeams"},
        example = "{\"created\": 12, \"changed\": 3, \"deactivated\": 1, \"unchanged\": 480, \"newTeams\": 1}")
public record ImportedPeople(int created, int changed, int deactivated, int unchanged, int newTeams) {}
