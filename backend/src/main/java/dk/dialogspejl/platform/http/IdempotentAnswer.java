package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** The first answer to one {@code Idempotency-Key}. */
@Entity
class IdempotentAnswer extends TenantEntity {

    private UUID personId;

    @Column(name = "idempotency_key")
    private String key;

    private String fingerprint;
    private String answer;

    private Instant answeredAt;

    protected IdempotentAnswer() {}

    IdempotentAnswer(UUID personId, String key, String fingerprint, String answer, Instant answeredAt) {
        this.personId = personId;
        this.key = key;
        this.fingerprint = fingerprint;
        this.answer = answer;
        this.answeredAt = answeredAt;
    }

    String fingerprint() {
        return fingerprint;
    }

    String answer() {
        return answer;
    }
}
