package dk.dialogspejl.audit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that leaves an entry each time it succeeds, in its own transaction: about the first id it takes, or else
 * what it has created. Where it depends on what an operation does, that calls {@link AuditTrail} instead.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

    /** What is written down. */
    @Nonbinding
    AuditKind value();
}
