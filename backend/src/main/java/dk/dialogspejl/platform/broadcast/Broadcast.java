package dk.dialogspejl.platform.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/**
 * Says something to every instance of the service. Messages hold ids, never text that people wrote and no names:
 * whoever may connect to the database can listen.
 */
@ApplicationScoped
public class Broadcast {

    static final String CHANNEL = "dialogspejl";

    @Inject
    DataSource dataSource;

    /**
     * Within a transaction they are heard once it has committed, and never if it is rolled back; outside one, at once.
     *
     * @param messages each less than 8000 bytes, and said once if it is in there twice
     */
    public void send(Collection<String> messages) {
        // Not through Hibernate, which would write out what is still being changed before a query of its own.
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement("select pg_notify(?, message) from unnest(?) as said (message)")) {
            statement.setString(1, CHANNEL);
            statement.setArray(2, connection.createArrayOf("text", messages.toArray()));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not tell the other instances", e);
        }
    }
}
