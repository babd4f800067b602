package dk.dialogspejl.organisation;

/** A way for people to prove who they are. */
public enum SignInMethod {
    /** An address and a password that they have here. */
    PASSWORD,
    /** The organisation's own provider, where it has one. */
    PROVIDER
}
