package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The addresses that people sign in with, for whoever takes people in and lets them go. Works in its caller's transaction. */
@ApplicationScoped
public class Logins {

    @Inject
    EntityManager entities;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    SignInData signIn;

    @Inject
    Clock clock;

    /** The address as it is compared; empty for somebody who comes in through a provider alone. */
    public Optional<String> of(UUID personId) {
        return Account.<Account>find("person.id", personId)
                .firstResultOptional()
                .map(Account::login);
    }

    /** Those of the addresses that somebody has, in whatever organisation. */
    @SuppressWarnings("unchecked")
    public Set<String> taken(Collection<String> addresses) {
        List<String> taken = entities.createNativeQuery(
                        "select login from login_directory where login = any (:logins)", String.class)
                .setParameter(
                        "logins",
                        addresses.stream().map(LoginDirectory::normalised).toArray(String[]::new))
                .getResultList();
        return Set.copyOf(taken);
    }

    /**
     * Gives somebody an address to sign in with, in the place of the one they have. It must not be taken. Without a
     * password yet: they choose one by a link, or come in through the organisation's provider.
     */
    public void give(Person person, String address) {
        String login = LoginDirectory.normalised(address);
        Optional<Account> account =
                Account.<Account>find("person.id", person.id()).firstResultOptional();
        if (account.isPresent() && account.get().login().equals(login)) {
            return;
        }
        new LoginDirectory(login, organisation.id()).persist();
        if (account.isEmpty()) {
            new Account(person, login, null).persist();
            return;
        }
        String former = account.get().login();
        account.get().move(login);
        entities.flush();
        forget(former);
    }

    /** Signs people out everywhere: what they had open stays closed, also when they come back. */
    public void signOut(Collection<UUID> people) {
        if (!people.isEmpty()) {
            Session.update("endedAt = ?1 where person.id in ?2 and endedAt is null", clock.instant(), people);
        }
    }

    /** Takes away all that somebody can sign in with. Their address is free for another from then on. */
    public void close(UUID personId) {
        signIn.remove(List.of(personId));
    }

    private static void forget(String login) {
        LinkRequest.delete("login", login);
        LoginDirectory.deleteById(login);
    }
}
