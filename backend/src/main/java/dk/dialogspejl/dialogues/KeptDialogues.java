package dk.dialogspejl.dialogues;

import dk.dialogspejl.platform.retention.Kept;
import dk.dialogspejl.rounds.KeepsRound;
import dk.dialogspejl.rounds.RoundsAtRest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Dialogues. One stays, and its round with it, while its recording is not confirmed deleted: it is what reminds of that. */
@ApplicationScoped
class KeptDialogues implements Kept, KeepsRound {

    private static final String RECORDED = "(d.consented is true and d.recording_deleted_at is null)";
    private static final String IN_ROUND =
            "exists (select from dialogue d where d.organisation_id = k.organisation_id and d.round_id = k.id and ";

    @Inject
    RoundsAtRest atRest;

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "dialogues";
    }

    @Override
    public String due() {
        return atRest.since("reflections") + " and " + IN_ROUND + "not " + RECORDED + ")";
    }

    @Override
    public void remove(List<UUID> rounds) {
        entities.createNativeQuery("delete from dialogue d where d.round_id in (:rounds) and not " + RECORDED)
                .setParameter("rounds", rounds)
                .executeUpdate();
    }

    @Override
    public String needed() {
        return IN_ROUND + RECORDED + ")";
    }
}
