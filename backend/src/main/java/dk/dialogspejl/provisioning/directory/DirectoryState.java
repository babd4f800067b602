package dk.dialogspejl.provisioning.directory;

/** Whether somebody can come in. */
enum DirectoryState {
    ACTIVE,
    /** Has been sent a link and has not come in yet. */
    INVITED,
    DEACTIVATED
}
