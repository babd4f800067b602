package dk.dialogspejl.privacy;

/** What stands in the way of an erasure. */
public enum ErasureCondition {
    /** Nobody is erased behind their back: they have asked, or are deactivated. */
    ERASURE_NOT_ASKED_FOR
}
