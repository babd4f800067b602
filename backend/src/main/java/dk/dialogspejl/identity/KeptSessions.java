package dk.dialogspejl.identity;

import dk.dialogspejl.platform.retention.KeptRows;
import jakarta.inject.Singleton;

/** Sessions that are over, for a day now, and their refresh tokens with them; until then a second use is recognised. */
@Singleton
class KeptSessions extends KeptRows {

    KeptSessions() {
        super(
                "sessions",
                "session",
                "k.ended_at < cast(:now as timestamptz) - interval '1 day'"
                        + " or k.started_at < cast(:now as timestamptz) - interval '%d seconds'"
                                .formatted(Session.LONGEST.plusDays(1).toSeconds()));
    }
}
