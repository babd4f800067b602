package dk.dialogspejl.provisioning.directory;

/** What may stand in the way of changing people and teams. */
enum DirectoryCondition {
    LAST_ADMINISTRATOR,
    TEAM_HAS_PEOPLE
}
