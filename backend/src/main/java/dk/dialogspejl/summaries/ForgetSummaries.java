package dk.dialogspejl.summaries;

import dk.dialogspejl.organisation.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * Summaries about somebody erased are emptied and shared with HR no longer. Their rows stay, so that it can be told that
 * they are gone. A summary about the other one is that person's, and stays.
 */
@ApplicationScoped
class ForgetSummaries {

    private static final String ABOUT_ERASED =
            " r.organisation_id = s.organisation_id and r.id = s.round_id and r.evaluatee_id = :person";

    @Inject
    EntityManager entities;

    void forget(@Observes PersonErased erased) {
        entities.createNativeQuery("delete from focus_point p using summary s, round r"
                        + " where s.organisation_id = p.organisation_id and s.id = p.summary_id and" + ABOUT_ERASED)
                .setParameter("person", erased.personId())
                .executeUpdate();
        entities.createNativeQuery("update summary s set worked_well = '', learning = '', follow_up_how = '',"
                        + " follow_up_on = null, shared_at = null, revision = s.revision + 1,"
                        + " follow_up_revision = s.follow_up_revision + 1 from round r where" + ABOUT_ERASED)
                .setParameter("person", erased.personId())
                .executeUpdate();
    }
}
