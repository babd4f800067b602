package dk.dialogspejl.feedback;

import dk.dialogspejl.platform.retention.Kept;
import dk.dialogspejl.rounds.RoundsAtRest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The partner's notes, questions and feedback. Their rows go with the round. */
@ApplicationScoped
class KeptFeedback implements Kept {

    @Inject
    RoundsAtRest atRest;

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public String due() {
        return atRest.since("notes")
                + " and exists (select from partner_feedback f where f.organisation_id = k.organisation_id"
                + " and f.round_id = k.id and coalesce(f.note, f.questions, f.feedback) is not null)";
    }

    @Override
    public void remove(List<UUID> rounds) {
        entities.createNativeQuery("update partner_feedback set version = version + 1, note = null, questions = null,"
                        + " questions_shared = false, feedback = null, feedback_shared = false"
                        + " where round_id in (:rounds)")
                .setParameter("rounds", rounds)
                .executeUpdate();
    }
}
