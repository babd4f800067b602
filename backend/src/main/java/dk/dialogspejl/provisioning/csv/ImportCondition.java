package dk.dialogspejl.provisioning.csv;

/** What may stand in the way of importing a file. */
enum ImportCondition {
    FILE_WITH_FAULTS
}
