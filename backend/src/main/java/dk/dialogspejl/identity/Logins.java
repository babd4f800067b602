package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.SignInMethod;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The addresses that people sign in with, for whoever takes people in and lets them go. Works in its caller's transaction. */
@ApplicationScoped
public class Logins {

    private static final String PROVIDER_KNOWS = """
            select not exists (select from unnest(:logins) as login where not exists (
                select from provider_domain d join identity_provider i
                    on i.organisation_id = d.organisation_id and i.id = d.provider_id and i.active
                    where d.organisation_id = current_organisation()
                    and d.domain = substring(login from '[^@]*$')))""";

    enum Condition {
        ADDRESS_COULD_NOT_SIGN_IN
    }

    @Inject
    EntityManager entities;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    LinkMail mail;

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
        List<String> taken = entities.createNativeQuery("select login from login_directory where login = any (:logins)")
                .setParameter(
                        "logins",
                        addresses.stream().map(LoginDirectory::normalised).toArray(String[]::new))
                .getResultList();
        return Set.copyOf(taken);
    }

    /**
     * Gives somebody an address to sign in with, in the place of the one they have. It must not be taken. Without a
     * password yet: they choose one by a link, or come in through the organisation's provider.
     *
     * @return false where it is the one they have
     */
    public boolean give(Person person, String address) {
        String login = LoginDirectory.normalised(address);
        Optional<Account> account =
                Account.<Account>find("person.id", person.id()).firstResultOptional();
        if (account.isPresent() && account.get().login().equals(login)) {
            return false;
        }
        new LoginDirectory(login, organisation.id()).persist();
        if (account.isEmpty()) {
            new Account(person, login, null).persist();
            return true;
        }
        String former = account.get().login();
        account.get().move(login);
        entities.flush();
        forget(former);
        return true;
    }

    /** As {@link #give}, for many people at once, who either all have an address already or all have none. */
    public void giveAll(Map<UUID, String> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        UUID[] people = addresses.keySet().toArray(UUID[]::new);
        String[] logins =
                addresses.values().stream().map(LoginDirectory::normalised).toArray(String[]::new);
        run(
                "insert into login_directory (login, organisation_id)"
                        + " select login, current_organisation() from unnest(:logins) as given (login)",
                null,
                logins);
        @SuppressWarnings("unchecked")
        List<String> former = entities.createNativeQuery("select login from account where person_id = any (:people)")
                .setParameter("people", people)
                .getResultList();
        run(
                "insert into account (organisation_id, id, person_id, login)"
                        + " select current_organisation(), gen_random_uuid(), person, login"
                        + " from unnest(:people, :logins) as given (person, login)"
                        + " on conflict (organisation_id, person_id) do update set login = excluded.login",
                people,
                logins);
        String[] left = former.toArray(String[]::new);
        run("delete from link_request where login = any (:logins)", null, left);
        run("delete from login_directory where login = any (:logins)", null, left);
    }

    private void run(String statement, UUID[] people, String[] logins) {
        var query = entities.createNativeQuery(statement).setParameter("logins", logins);
        if (people != null) {
            query.setParameter("people", people);
        }
        query.executeUpdate();
    }

    /**
     * Sends each address a mail that says how its owner comes in: by a link to choose a password, or through the
     * organisation's provider.
     *
     * @param language to write in to those of whom none is known
     * @throws ProblemException 501 without a mail server; 409 where passwords are not used and the provider speaks for
     *     none of them
     */
    public void invite(Collection<String> addresses, Language language) {
        mail.mustBeSetUp();
        String[] logins = addresses.stream().map(LoginDirectory::normalised).toArray(String[]::new);
        if (!OrganisationRules.current().signInBy(SignInMethod.PASSWORD) && !providerKnows(logins)) {
            throw ProblemException.stepNotPossible(Set.of(Condition.ADDRESS_COULD_NOT_SIGN_IN));
        }
        entities.createNativeQuery("insert into link_request (id, login, kind, language, asked_at, attempts, due_at)"
                        + " select gen_random_uuid(), a.login, 'INVITATION', coalesce(p.language, :language), :now, 0, :now"
                        + " from account a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id"
                        + " where a.login = any (:logins)")
                .setParameter("language", language.name())
                .setParameter("now", clock.instant())
                .setParameter("logins", logins)
                .executeUpdate();
        entities.createNativeQuery("update account set invited_at = :now where login = any (:logins)")
                .setParameter("now", clock.instant())
                .setParameter("logins", logins)
                .executeUpdate();
    }

    /** Whether each of the addresses is in a domain that a provider of the organisation's speaks for. */
    private boolean providerKnows(String[] logins) {
        return (boolean) entities.createNativeQuery(PROVIDER_KNOWS)
                .setParameter("logins", logins)
                .getSingleResult();
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
