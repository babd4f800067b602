package dk.dialogspejl.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** Keeps, in the same transaction as the work, the first answer to each {@code Idempotency-Key} of a person. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
class IdempotencyInterceptor {

    static final String HEADER = "Idempotency-Key";

    /** How long the first answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    SecurityIdentity person;

    @Inject
    HttpHeaders headers;

    @Inject
    Clock clock;

    @AroundInvoke
    Object answerOnce(InvocationContext call) throws Exception {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return call.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.invalid(new FieldFault(HEADER, "field.idempotency-key"));
        }
        UUID personId = UUID.fromString(person.getPrincipal().getName());
        takeTurn(personId + " " + key);
        forgetOldAnswers();

        String fingerprint = fingerprint(call);
        IdempotentAnswer earlier = IdempotentAnswer.<IdempotentAnswer>find("personId = ?1 and key = ?2", personId, key)
                .firstResult();
        if (earlier != null) {
            if (!earlier.fingerprint().equals(fingerprint)) {
                throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
            }
            return json.readValue(
                    earlier.answer(), json.constructType(call.getMethod().getGenericReturnType()));
        }
        Object answer = call.proceed();
        new IdempotentAnswer(personId, key, fingerprint, json.writeValueAsString(answer), clock.instant()).persist();
        return answer;
    }

    /** Two requests with one key at once: the second does not wait, it is told that the first is under way. */
    private void takeTurn(String personAndKey) {
        boolean mine =
                (boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                        .setParameter("key", personAndKey)
                        .getSingleResult();
        if (!mine) {
            throw ProblemException.of(ProblemType.REQUEST_IN_PROGRESS);
        }
    }

    /** Of everybody in the organisation; whoever comes at the same time takes other rows. */
    private void forgetOldAnswers() {
        entities.createNativeQuery("delete from idempotent_answer where id in (select id from idempotent_answer"
                        + " where answered_at < :longAgo limit 100 for update skip locked)")
                .setParameter("longAgo", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private String fingerprint(InvocationContext call) throws JsonProcessingException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(call.getMethod().toGenericString().getBytes(StandardCharsets.UTF_8));
            digest.update(json.writeValueAsBytes(call.getParameters()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
