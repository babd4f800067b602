package dk.dialogspejl.provisioning.csv;

/** What becomes of the people who are not in the file. */
public enum Absent {
    /** Nothing. */
    KEEP,

    /** The file is everybody: who is not in it is deactivated, and who is in it is active. */
    DEACTIVATE
}
