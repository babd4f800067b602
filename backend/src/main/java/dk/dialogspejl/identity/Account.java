package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How a person signs in: an e-mail address and a password. */
@Entity
public class Account extends TenantEntity {

    /** In queries, of an account {@code a}: it was offered by a mail, and its owner has not come in yet, by whichever way. */
    public static final String NOT_ACCEPTED = "(a.invitedAt is not null and a.passwordHash is null"
            + " and not exists (select 1 from IdentityLink l where l.person = a.person))";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private String login;
    private String passwordHash;

    /** When they were last sent a mail that says how to come in; null for who never was. */
    private Instant invitedAt;

    protected Account() {}

    /** @param passwordHash null for somebody who is still to choose a password */
    public Account(Person person, String email, String passwordHash) {
        this.person = person;
        this.login = LoginDirectory.normalised(email);
        this.passwordHash = passwordHash;
    }

    static Optional<Account> ofActivePerson(String email) {
        return find(
                        "from Account a join fetch a.person p where a.login = ?1 and p.active",
                        LoginDirectory.normalised(email))
                .firstResultOptional();
    }

    static Optional<Account> ofPerson(UUID personId) {
        return find("from Account a join fetch a.person p where p.id = ?1 and p.active", personId)
                .firstResultOptional();
    }

    /** Those who are active and have not accepted, invited last first. */
    static List<Account> invitations(Cursor after, int most) {
        String query = "from Account a join fetch a.person p where p.active and " + NOT_ACCEPTED;
        if (after != null) {
            query += " and (a.invitedAt < :at or a.invitedAt = :at and p.id < :id)";
        }
        var page = getEntityManager().createQuery(query + " order by a.invitedAt desc, p.id desc", Account.class);
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return page.setMaxResults(most).getResultList();
    }

    /** @throws ProblemException 404 where there is no invitation of theirs that waits */
    static Account invitationOf(UUID personId) {
        Person.forChange(personId).orElseThrow(ProblemException::notFound);
        return Account.<Account>find(
                        "from Account a where a.person.id = ?1 and a.person.active and " + NOT_ACCEPTED, personId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** Until they have chosen a password. */
    boolean isInvited() {
        return passwordHash == null;
    }

    boolean hasPassword(String password, Passwords passwords) {
        return passwordHash != null && passwords.matches(password, passwordHash);
    }

    Instant invitedAt() {
        return invitedAt;
    }

    String login() {
        return login;
    }

    Person person() {
        return person;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** @param login as {@link LoginDirectory} has it already */
    void move(String login) {
        this.login = login;
    }

    void rehash(String passwordHash) {
        this.passwordHash = passwordHash;
    }
}
