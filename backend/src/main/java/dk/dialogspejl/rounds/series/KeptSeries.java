package dk.dialogspejl.rounds.series;

import dk.dialogspejl.platform.retention.KeptRows;
import jakarta.inject.Singleton;

/** What rounds were started with, and the leader's message, once the last of them is gone. */
@Singleton
class KeptSeries extends KeptRows {

    KeptSeries() {
        super(
                "series",
                "round_series",
                "not exists (select from round r where r.organisation_id = k.organisation_id and r.series_id = k.id)");
    }
}
