package dk.dialogspejl.dialogues;

import dk.dialogspejl.organisation.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The dialogues of somebody erased go, and the reflections on them with them. */
@ApplicationScoped
class ForgetDialogues {

    @Inject
    EntityManager entities;

    void forget(@Observes PersonErased erased) {
        entities.createNativeQuery("delete from dialogue d using round r where r.organisation_id = d.organisation_id"
                        + " and r.id = d.round_id and r.evaluatee_id = :person")
                .setParameter("person", erased.personId())
                .executeUpdate();
    }
}
