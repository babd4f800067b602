package dk.dialogspejl.identity.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sets providers up as an operator does, as the owner of the database: the application may not. */
@ApplicationScoped
class Trust {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.liquibase.username")
    String owner;

    @ConfigProperty(name = "quarkus.liquibase.password")
    String password;

    void trust(UUID organisation, String issuer, String domain, FirstSignIn rule) throws SQLException {
        UUID provider = UUID.randomUUID();
        asOwner(organisation, connection -> {
            update(connection, "insert into provider_directory values (?, ?)", issuer, organisation);
            update(connection, "insert into provider_directory values (?, ?)", domain, organisation);
            update(
                    connection,
                    "insert into identity_provider (organisation_id, id, issuer, client_id, name, first_sign_in, active)"
                            + " values (?, ?, ?, ?, 'Kommunens login', ?, true)",
                    organisation,
                    provider,
                    issuer,
                    TestProvider.CLIENT,
                    rule.name());
            update(
                    connection,
                    "insert into provider_domain (organisation_id, id, provider_id, domain)"
                            + " values (?, gen_random_uuid(), ?, ?)",
                    organisation,
                    provider,
                    domain);
        });
    }

    void stopTrusting(UUID organisation) throws SQLException {
        asOwner(organisation, connection -> update(connection, "update identity_provider set active = false"));
    }

    void deactivate(UUID organisation, UUID person) throws SQLException {
        asOwner(
                organisation,
                connection -> update(connection, "update person set active = false where id = ?", person));
    }

    interface Work {
        void with(Connection connection) throws SQLException;
    }

    private void asOwner(UUID organisation, Work work) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            connection.setAutoCommit(false);
            update(connection, "set local dialogspejl.organisation = '" + organisation + "'");
            work.with(connection);
            connection.commit();
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }
}
