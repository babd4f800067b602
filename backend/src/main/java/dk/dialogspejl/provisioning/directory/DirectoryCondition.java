package dk.dialogspejl.provisioning.directory;

/** What may stand in the way of changing teams. */
enum DirectoryCondition {
    TEAM_HAS_PEOPLE
}
