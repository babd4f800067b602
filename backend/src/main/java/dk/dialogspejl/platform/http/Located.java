package dk.dialogspejl.platform.http;

/** A view of something that has just been created: it knows the path to itself, for {@code Location}. */
public interface Located {

    /** Path below the API's root, such as {@code /rounds/0193…}. Not part of the JSON. */
    String locatedAt();
}
