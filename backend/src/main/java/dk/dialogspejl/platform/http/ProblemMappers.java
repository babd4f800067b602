package dk.dialogspejl.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dk.dialogspejl.platform.http.Problem.Unmet;
import dk.dialogspejl.platform.http.Problem.Violation;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.platform.text.PersonalData;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can go wrong into a {@link Problem}: never a stack trace, a class name or what was typed. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** What resources call the parameters that hold a query's. */
    private static final Set<String> QUERIES = Set.of("paging", "question");

    @ServerExceptionMapper
    RestResponse<Problem> problem(ProblemException exception, HttpHeaders headers) {
        Language language = language(headers);
        List<Violation> violations = exception.faults() == null
                ? null
                : exception.faults().stream()
                        .map(fault ->
                                new Violation(fault.field(), Messages.get(language, fault.key(), fault.arguments())))
                        .toList();
        List<Unmet> unmet = exception.unmet() == null
                ? null
                : exception.unmet().stream()
                        .map(condition -> Unmet.of(condition, language))
                        .toList();
        RestResponse<Problem> answer = answer(exception.type(), language, violations, unmet, exception.current());
        if (exception.retryAfter() != null) {
            answer.getHeaders()
                    .putSingle(HttpHeaders.RETRY_AFTER, exception.retryAfter().toSeconds() + 1);
        }
        return answer;
    }

    @ServerExceptionMapper
    RestResponse<Problem> violations(ConstraintViolationException exception, HttpHeaders headers) {
        List<Violation> violations = exception.getConstraintViolations().stream()
                .map(violation -> new Violation(field(violation), violation.getMessage(), personalData(violation)))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::detail))
                .toList();
        return answer(ProblemType.INVALID, language(headers), violations, null, null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> jsonOfAnotherShape(MismatchedInputException exception, HttpHeaders headers) {
        Language language = language(headers);
        String key = exception instanceof UnrecognizedPropertyException ? "field.unknown" : "field.type";
        Violation violation = new Violation(field(exception), Messages.get(language, key));
        return answer(ProblemType.MALFORMED, language, List.of(violation), null, null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> web(WebApplicationException exception, HttpHeaders headers) {
        if (exception.getCause() instanceof JsonMappingException json
                && !json.getPath().isEmpty()) {
            Language language = language(headers);
            Violation violation = new Violation(field(json), Messages.get(language, "field.type"));
            return answer(ProblemType.MALFORMED, language, List.of(violation), null, null);
        }
        ProblemType type = exception.getCause() instanceof JacksonException
                ? ProblemType.MALFORMED
                : ProblemType.ofStatus(exception.getResponse().getStatus());
        if (type == ProblemType.UNEXPECTED) {
            logUnexpected(exception);
        }
        return answer(type, language(headers));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<Problem> notSignedIn(SecurityException exception, HttpHeaders headers) {
        RestResponse<Problem> answer = answer(ProblemType.NOT_SIGNED_IN, language(headers));
        answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answer;
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException exception, HttpHeaders headers) {
        return answer(ProblemType.FORBIDDEN, language(headers));
    }

    @ServerExceptionMapper
    RestResponse<Problem> changedMeanwhile(OptimisticLockException exception, HttpHeaders headers) {
        return answer(ProblemType.STALE, language(headers));
    }

    @ServerExceptionMapper
    RestResponse<Problem> anythingElse(Throwable exception, HttpHeaders headers) {
        for (Throwable cause = exception; cause != null; cause = beneath(cause)) {
            if (cause instanceof StaleStateException || cause instanceof SQLException sql && isTaken(sql)) {
                return answer(ProblemType.STALE, language(headers));
            }
            if (cause instanceof SQLException sql && stateOf(sql).startsWith("22")) { // data exception
                return answer(ProblemType.MALFORMED, language(headers));
            }
            if (cause instanceof SQLException sql && isUnreachable(sql)) {
                LOG.warnf("The database is out of reach: SQL state %s", sql.getSQLState());
                RestResponse<Problem> answer = answer(ProblemType.UNAVAILABLE, language(headers));
                answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, 5);
                return answer;
            }
        }
        logUnexpected(exception);
        return answer(ProblemType.UNEXPECTED, language(headers));
    }

    /** A commit that failed tells why beside its cause. */
    private static Throwable beneath(Throwable problem) {
        return problem instanceof RollbackException && problem.getSuppressed().length > 0
                ? problem.getSuppressed()[0]
                : problem.getCause();
    }

    /**
     * SQL state classes 08 (connection), 53 (resources), 40 (deadlock, serialization) and 57 (shutdown, or a statement
     * that took too long), a transaction that stood still, and a lock not to be had: worth trying again. The pool reports its own troubles without a state.
     */
    private static boolean isUnreachable(SQLException exception) {
        String state = stateOf(exception);
        return state.isEmpty() || state.matches("(08|53|40|57).*|25P03|55P03");
    }

    /** A unique key that somebody else took in the meantime. */
    private static boolean isTaken(SQLException exception) {
        return stateOf(exception).equals("23505");
    }

    private static String stateOf(SQLException exception) {
        return exception.getSQLState() == null ? "" : exception.getSQLState();
    }

    /** Types and frames only: messages of Jackson, Hibernate and PostgreSQL may quote what a person wrote. */
    private static void logUnexpected(Throwable exception) {
        StringBuilder causes = new StringBuilder();
        for (Throwable cause = exception; cause != null; cause = beneath(cause)) {
            causes.append('\n').append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("dk.dialogspejl")) {
                    causes.append("\n\tat ").append(frame);
                }
            }
        }
        LOG.errorf("Unexpected error:%s", causes);
    }

    static RestResponse<Problem> answer(ProblemType type, Language language) {
        return answer(type, language, null, null, null);
    }

    private static RestResponse<Problem> answer(
            ProblemType type, Language language, List<Violation> violations, List<Unmet> unmet, Object current) {
        Problem problem = new Problem(
                type.uri(),
                Messages.get(language, "problem." + type.name() + ".title"),
                type.status(),
                Messages.get(language, "problem." + type.name() + ".detail"),
                violations,
                unmet,
                current,
                RequestIds.current());
        return RestResponse.ResponseBuilder.<Problem>create(type.status())
                .entity(problem)
                .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }

    private static Language language(HttpHeaders headers) {
        return Language.preferredBy(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String field(JsonMappingException exception) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : exception.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static PersonalData personalData(ConstraintViolation<?> violation) {
        return (PersonalData)
                violation.unwrap(HibernateConstraintViolation.class).getDynamicPayload(PersonalData.class);
    }

    /** The path below the body; a query, path or header parameter keeps its own name. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            boolean named = node.getKind() == ElementKind.PROPERTY
                    || node.getKind() == ElementKind.PARAMETER && !"command".equals(node.getName());
            if (named && !QUERIES.contains(node.getName())) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return path.toString();
    }
}
