package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.SignInMethod;
import dk.dialogspejl.organisation.SignInRulesChanging;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;

/** Nobody can lock all administrators out: one at least must have signed in so, or be able to with what they have. */
@ApplicationScoped
class KeepAnAdministrator {

    private static final String ONE_CAN = """
            select exists (select from person p where p.active and 'ADMINISTRATOR' = any (p.roles) and (
                :password and exists (select from account a where a.organisation_id = p.organisation_id
                    and a.person_id = p.id and a.password_hash is not null)
                or :provider and exists (select from identity_link l join identity_provider i
                    on i.organisation_id = l.organisation_id and i.id = l.provider_id and i.active
                    where l.organisation_id = p.organisation_id and l.person_id = p.id)))""";

    enum Condition {
        NO_ADMINISTRATOR_COULD_SIGN_IN
    }

    @Inject
    EntityManager entities;

    /** @throws ProblemException 409 where all administrators would be locked out */
    void check(@Observes SignInRulesChanging rules) {
        boolean one = (boolean) entities.createNativeQuery(ONE_CAN)
                .setParameter("password", rules.methods().contains(SignInMethod.PASSWORD))
                .setParameter("provider", rules.methods().contains(SignInMethod.PROVIDER))
                .getSingleResult();
        if (!one) {
            throw ProblemException.stepNotPossible(Set.of(Condition.NO_ADMINISTRATOR_COULD_SIGN_IN));
        }
    }
}
