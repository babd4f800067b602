package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import java.util.UUID;

/** How a person signs in: an e-mail address and a password. */
@Entity
public class Account extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private String login;
    private String passwordHash;

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

    /** Until they have chosen a password. */
    boolean isInvited() {
        return passwordHash == null;
    }

    boolean hasPassword(String password, Passwords passwords) {
        return passwordHash != null && passwords.matches(password, passwordHash);
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
