package dk.dialogspejl.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** All that somebody signs in with, or is recognised by. */
@ApplicationScoped
class SignInData {

    /** Each with a {@code person_id}. What hangs on them goes with them. */
    static final List<String> TABLES = List.of(
            "session", "known_device", "one_time_link", "identity_link", "second_factor", "recovery_code", "account");

    @Inject
    EntityManager entities;

    /** They can sign in no more, and the addresses they did it with are nowhere. */
    @SuppressWarnings("unchecked")
    void remove(List<UUID> people) {
        List<String> logins = entities.createNativeQuery("select login from account where person_id in (:people)")
                .setParameter("people", people)
                .getResultList();
        for (String table : TABLES) {
            entities.createNativeQuery("delete from " + table + " where person_id in (:people)")
                    .setParameter("people", people)
                    .executeUpdate();
        }
        if (!logins.isEmpty()) {
            LinkRequest.delete("login in ?1", logins);
            LoginDirectory.delete("login in ?1", logins);
        }
    }
}
