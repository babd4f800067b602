package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Who is erased can sign in no more, and the address they did it with is nowhere. */
@ApplicationScoped
class ForgetSignIn {

    @Inject
    EntityManager entities;

    @SuppressWarnings("unchecked")
    void forget(@Observes PersonErased erased) {
        List<String> logins = entities.createNativeQuery(
                        "select login from account where person_id = :person", String.class)
                .setParameter("person", erased.personId())
                .getResultList();
        for (String table : List.of(
                "session",
                "known_device",
                "one_time_link",
                "identity_link",
                "second_factor",
                "recovery_code",
                "account")) {
            entities.createNativeQuery("delete from " + table + " where person_id = :person")
                    .setParameter("person", erased.personId())
                    .executeUpdate();
        }
        for (String login : logins) {
            LinkRequest.delete("login", login);
            LoginDirectory.deleteById(login);
        }
    }
}
