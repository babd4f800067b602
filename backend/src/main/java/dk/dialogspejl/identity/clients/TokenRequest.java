package dk.dialogspejl.identity.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an API client asks the token endpoint. Read here rather than by the framework, so that a form that nobody can read
 * gets the endpoint's own kind of error.
 *
 * @param scope null where none is asked for
 */
@Schema(requiredProperties = "grant_type", example = "{\"grant_type\": \"client_credentials\"}")
public record TokenRequest(
        @JsonProperty("grant_type") @Schema(enumeration = TokenResource.GRANT_TYPE)
        String grantType,

        @Schema(description = "The scopes to be granted, with spaces between")
        String scope) {

    /** Ours and what a client may add on its own; RFC 6749 has no more than nine for all its grants. */
    private static final int MOST_FIELDS = 20;

    /**
     * As RFC 6749, section 3.2, has it: in UTF-8 whatever the header says, what is empty is not there, what is not known
     * does not matter.
     *
     * @throws TokenResource.Refused invalid_request for one that is repeated, cannot be read or has no end
     */
    static TokenRequest of(byte[] form) {
        Map<String, String> values = new HashMap<>();
        String[] fields = new String(form, StandardCharsets.UTF_8).split("&", MOST_FIELDS + 1);
        if (fields.length > MOST_FIELDS) {
            throw invalid();
        }
        for (String field : fields) {
            int end = field.indexOf('=');
            if (end > 0
                    && end + 1 < field.length()
                    && values.put(decoded(field.substring(0, end)), decoded(field.substring(end + 1))) != null) {
                throw invalid();
            }
        }
        return new TokenRequest(values.get("grant_type"), values.get("scope"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw invalid();
        }
    }

    private static TokenResource.Refused invalid() {
        return TokenResource.Refused.badRequest("invalid_request");
    }
}
