package dk.dialogspejl.provisioning.scim;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Ends a SCIM request with an error (RFC 7644, section 3.12). What it says is ours: the library's own sentences quote
 * what was sent.
 */
final class ScimRefusal extends RuntimeException {

    private static final Set<String> KNOWN = Set.of(
            ScimType.RFC7644.INVALID_FILTER,
            ScimType.RFC7644.TOO_MANY,
            ScimType.RFC7644.UNIQUENESS,
            ScimType.RFC7644.MUTABILITY,
            ScimType.RFC7644.INVALID_SYNTAX,
            ScimType.RFC7644.INVALID_PATH,
            ScimType.RFC7644.NO_TARGET,
            ScimType.RFC7644.INVALID_VALUE);

    private final int status;
    private final String scimType;
    private final transient Collection<String> attributes;
    private final String reason;

    private ScimRefusal(int status, String scimType, Collection<String> attributes, String reason) {
        super(status + " " + scimType, null, false, false);
        this.status = status;
        this.scimType = scimType;
        this.attributes = attributes;
        this.reason = reason;
    }

    /**
     * What the library has refused.
     *
     * @param search whether it was asked to find something: then it was the filter that could not be read
     */
    static ScimRefusal of(ErrorResponse error, boolean search) {
        String type = error.getScimType().orElse("");
        if (error.getHttpStatus() != 400) {
            return new ScimRefusal(error.getHttpStatus(), KNOWN.contains(type) ? type : null, List.of(), null);
        }
        if (search && !type.equals(ScimType.Custom.INVALID_PARAMETERS)) {
            return invalidFilter();
        }
        String told = KNOWN.contains(type)
                ? type
                : type.equals(ScimType.Custom.UNPARSEABLE_REQUEST)
                        ? ScimType.RFC7644.INVALID_SYNTAX
                        : ScimType.RFC7644.INVALID_VALUE;
        return new ScimRefusal(400, told, error.getFieldErrors().keySet(), null);
    }

    static ScimRefusal notFound() {
        return new ScimRefusal(404, null, List.of(), null);
    }

    static ScimRefusal invalidSyntax() {
        return new ScimRefusal(400, ScimType.RFC7644.INVALID_SYNTAX, List.of(), null);
    }

    static ScimRefusal invalidFilter() {
        return new ScimRefusal(400, ScimType.RFC7644.INVALID_FILTER, List.of(), null);
    }

    /** @param reason a whole sentence in the reader's language, or null */
    static ScimRefusal invalidValue(String attribute, String reason) {
        return new ScimRefusal(400, ScimType.RFC7644.INVALID_VALUE, List.of(attribute), reason);
    }

    static ScimRefusal taken(String attribute) {
        return new ScimRefusal(409, ScimType.RFC7644.UNIQUENESS, List.of(attribute), null);
    }

    int status() {
        return status;
    }

    ScimError body(Language language) {
        StringBuilder detail = new StringBuilder(
                Messages.get(language, "scim." + (scimType != null ? scimType : String.valueOf(status))));
        if (!attributes.isEmpty()) {
            detail.append(" (").append(String.join(", ", attributes)).append(')');
        }
        if (reason != null) {
            detail.append(' ').append(reason);
        }
        return new ScimError(String.valueOf(status), scimType, detail.toString());
    }
}
