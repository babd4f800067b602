package dk.dialogspejl.platform.http;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Ends a request with a {@link Problem}. Carries keys and codes only; the text is chosen for the reader. */
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<FieldFault> faults;
    private final transient List<? extends Enum<?>> unmet;
    private final transient Object current;
    private final transient Duration retryAfter;

    /** A field and the key of the sentence about it. */
    public record FieldFault(String field, String key, Object... arguments) {}

    private ProblemException(
            ProblemType type,
            List<FieldFault> faults,
            Collection<? extends Enum<?>> unmet,
            Object current,
            Duration retryAfter) {
        super(type.name(), null, false, false);
        this.type = type;
        this.faults = faults;
        this.unmet = unmet == null ? null : List.copyOf(unmet);
        this.current = current;
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, null, null, null, null);
    }

    /** The same answer for what does not exist and for what this reader may not know of. */
    public static ProblemException notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    public static ProblemException invalid(FieldFault... faults) {
        return invalid(List.of(faults));
    }

    public static ProblemException invalid(List<FieldFault> faults) {
        return new ProblemException(ProblemType.INVALID, faults, null, null, null);
    }

    public static ProblemException stepNotPossible(Collection<? extends Enum<?>> unmet) {
        return new ProblemException(ProblemType.STEP_NOT_POSSIBLE, null, unmet, null, null);
    }

    /** Somebody changed it meanwhile; {@code current} is the view a GET would answer now. */
    public static ProblemException stale(Object current) {
        return new ProblemException(ProblemType.STALE, null, null, current, null);
    }

    /** Tried too often; the answer says when it may be tried again. */
    public static ProblemException tooManyAttempts(Duration retryAfter) {
        return new ProblemException(ProblemType.TOO_MANY_ATTEMPTS, null, null, null, retryAfter);
    }

    /** Asked for more than anybody may; there is room again after so long. */
    public static ProblemException tooManyRequests(Duration retryAfter) {
        return new ProblemException(ProblemType.TOO_MANY_REQUESTS, null, null, null, retryAfter);
    }

    public ProblemType type() {
        return type;
    }

    List<FieldFault> faults() {
        return faults;
    }

    List<? extends Enum<?>> unmet() {
        return unmet;
    }

    Object current() {
        return current;
    }

    /** Null where it makes no difference when it is tried again. */
    Duration retryAfter() {
        return retryAfter;
    }
}
