package dk.dialogspejl.summaries;

import dk.dialogspejl.platform.retention.Kept;
import dk.dialogspejl.rounds.KeepsRound;
import dk.dialogspejl.rounds.RoundsAtRest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Joint summaries with their follow-ups. One that HR may read is gone there as well. */
@ApplicationScoped
class KeptSummaries implements Kept, KeepsRound {

    private static final String OF_ROUND =
            "exists (select from summary s where s.organisation_id = k.organisation_id and s.round_id = k.id";

    @Inject
    RoundsAtRest atRest;

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "summaries";
    }

    @Override
    public String due() {
        return atRest.since("summaries") + " and " + OF_ROUND + ")";
    }

    @Override
    public void remove(List<UUID> rounds) {
        entities.createNativeQuery("delete from summary where round_id in (:rounds)")
                .setParameter("rounds", rounds)
                .executeUpdate();
    }

    @Override
    public String workedInSince(String instant) {
        return OF_ROUND + " and s.edited_at >= " + instant + ")";
    }
}
