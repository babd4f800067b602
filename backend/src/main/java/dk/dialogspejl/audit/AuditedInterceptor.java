package dk.dialogspejl.audit;

import dk.dialogspejl.platform.http.Located;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.UUID;

/** Within the transaction, and within {@code Idempotent}: a request that is sent again has been written down. */
@Audited(AuditKind.PERSON_CHANGED)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 200)
class AuditedInterceptor {

    @Inject
    AuditTrail trail;

    @AroundInvoke
    Object writeDown(InvocationContext call) throws Exception {
        Object answer = call.proceed();
        AuditKind kind = call.getMethod().getAnnotation(Audited.class).value();
        trail.tell(kind, kind.about() == null ? null : about(call, answer));
        return answer;
    }

    private static UUID about(InvocationContext call, Object answer) {
        return Arrays.stream(call.getParameters())
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .findFirst()
                .orElseGet(() -> created((Located) answer));
    }

    private static UUID created(Located created) {
        String path = created.locatedAt();
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
