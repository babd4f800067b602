package dk.dialogspejl.platform.http;

/** Where the API begins. */
public final class Api {

    public static final String ROOT = "/api/v1";

    private Api() {}
}
