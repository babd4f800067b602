package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The {@code If-Match} that each change must carry: the {@code ETag} of what the person saw when deciding to
 * change it (RFC 9110, section 13.1.1). A single strong tag; {@code *} would hide a lost update and is refused.
 */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private IfMatch() {}

    /**
     * Lets the change pass only if it was decided on what is there now.
     *
     * @param header the value as sent, or null
     * @param version of what is there now
     * @param current the view to send along when it has changed meanwhile
     * @throws ProblemException 428 without a tag, 400 when it is no tag of ours, 412 with the current state
     */
    public static void check(String header, int version, Supplier<? extends Versioned> current) {
        if (header == null || header.isBlank()) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED);
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw ProblemException.invalid(new FieldFault("If-Match", "field.if-match"));
        }
        if (Integer.parseInt(tag.group(1)) != version) {
            throw ProblemException.stale(current.get());
        }
    }

    static String etag(Versioned versioned) {
        return "\"" + versioned.version() + "\"";
    }
}
