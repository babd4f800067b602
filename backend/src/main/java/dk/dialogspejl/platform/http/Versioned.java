package dk.dialogspejl.platform.http;

/** A view of something that can change. Its version becomes the answer's {@code ETag}. */
public interface Versioned {

    /** Grows by each change that an {@code If-Match} must notice. */
    int version();
}
