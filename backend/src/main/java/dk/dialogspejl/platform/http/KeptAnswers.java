package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.retention.KeptRows;
import jakarta.inject.Singleton;

/** Answers kept for an {@code Idempotency-Key}, where nobody has sent one since. */
@Singleton
class KeptAnswers extends KeptRows {

    KeptAnswers() {
        super(
                "answers",
                "idempotent_answer",
                "k.answered_at < cast(:now as timestamptz) - interval '%d seconds'"
                        .formatted(IdempotencyInterceptor.KEPT.toSeconds()));
    }
}
