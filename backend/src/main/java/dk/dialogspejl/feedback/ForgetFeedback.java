package dk.dialogspejl.feedback;

import dk.dialogspejl.organisation.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** What somebody erased wrote as a partner goes; what partners wrote to them is the partners' and stays. */
@ApplicationScoped
class ForgetFeedback {

    @Inject
    EntityManager entities;

    void forget(@Observes PersonErased erased) {
        entities.createNativeQuery(
                        "update partner_feedback f set version = f.version + 1, note = null, questions = null,"
                                + " questions_shared = false, feedback = null, feedback_shared = false from round r"
                                + " where r.organisation_id = f.organisation_id and r.id = f.round_id and r.partner_id = :person")
                .setParameter("person", erased.personId())
                .executeUpdate();
    }
}
