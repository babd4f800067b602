package dk.dialogspejl.platform.database;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Tells PostgreSQL, first thing in each transaction, which organisation it is for. The setting is local to
 * the transaction, so a connection that goes back to the pool carries none.
 */
@ApplicationScoped
class RowLevelSecurity {

    @Inject
    DataSource dataSource;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    TransactionManager transactions;

    void onTransactionBegun(@Observes @Initialized(TransactionScoped.class) Object transaction)
            throws SQLException, SystemException {
        if (!Arc.container().requestContext().isActive()) {
            return; // no organisation: PostgreSQL shows no tenant's rows
        }
        try {
            enter();
        } catch (SQLException | RuntimeException outOfReach) {
            // Nobody ends what could not begin. Left on the thread, it would be joined by the next request there: never
            // committed, and acknowledged all the same.
            transactions.rollback();
            throw outOfReach;
        }
    }

    private void enter() throws SQLException {
        try (var connection = dataSource.getConnection();
                var setting = connection.prepareStatement("select set_config('dialogspejl.organisation', ?, true)")) {
            setting.setString(1, organisation.id().toString());
            setting.execute();
        }
    }
}
