package dk.dialogspejl.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Which organisation a login belongs to. Before sign-in no organisation is known, so this one table is read
 * without; it tells that and nothing else about a person.
 */
@Entity
public class LoginDirectory extends PanacheEntityBase {

    /** An e-mail address in lower case, or the id of an API client. Unique across organisations. */
    @Id
    private String login;

    private UUID organisationId;

    protected LoginDirectory() {}

    public LoginDirectory(String login, UUID organisationId) {
        this.login = normalised(login);
        this.organisationId = organisationId;
    }

    public static Optional<UUID> organisationOf(String login) {
        return LoginDirectory.<LoginDirectory>findByIdOptional(normalised(login))
                .map(entry -> entry.organisationId);
    }

    /** As it is stored and compared. */
    public static String normalised(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
