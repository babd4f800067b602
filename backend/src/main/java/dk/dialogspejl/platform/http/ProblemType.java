package dk.dialogspejl.platform.http;

import java.net.URI;
import java.util.Locale;

/** Every kind of error the API answers with. The name is the stable part of the problem's {@code type}. */
public enum ProblemType {
    MALFORMED(400),
    INVALID(400),
    NOT_SIGNED_IN(401),
    SIGN_IN_FAILED(401),
    SECOND_FACTOR_NEEDED(401),
    SECOND_FACTOR_WRONG(401),
    PROVIDER_REFUSED(401),
    SESSION_ENDED(401),
    FORBIDDEN(403),
    NOT_INVITED(403),
    PASSWORD_NOT_USED(403),
    CROSS_SITE(403),
    NOT_FOUND(404),
    NO_PROVIDER(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TOO_SLOW(408),
    STEP_NOT_POSSIBLE(409),
    REQUEST_IN_PROGRESS(409),
    LINK_NOT_GOOD(410),
    MAIL_LINK_NOT_GOOD(410),
    CURSOR_NOT_GOOD(410),
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_ATTEMPTS(429),
    TOO_MANY_REQUESTS(429),
    UNEXPECTED(500),
    NO_MAIL(501),
    PROVIDER_UNAVAILABLE(502),
    UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The {@code type} of RFC 9457. */
    public URI uri() {
        return URI.create(
                "urn:dialogspejl:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> MALFORMED;
            case 401 -> NOT_SIGNED_IN;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> UNEXPECTED;
        };
    }
}
