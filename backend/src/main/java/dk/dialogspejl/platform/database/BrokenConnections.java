package dk.dialogspejl.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;

/**
 * Where one connection to the database has broken, the others have too, as when a firewall has lost its table or the server
 * its power: those that are idle are made anew at once. Found out one by one, each would keep somebody waiting.
 */
@Singleton
class BrokenConnections implements AgroalPoolInterceptor {

    /** Looked up when needed: it is made after this. */
    @Inject
    Instance<AgroalDataSource> dataSource;

    /** The pool closes the connection after this; one that is closed already has broken. */
    @Override
    public void onConnectionDestroy(Connection connection) {
        try {
            if (connection.isClosed()) {
                dataSource.get().flush(FlushMode.IDLE);
            }
        } catch (SQLException | RejectedExecutionException e) {
            // Of a connection that is going, or a pool that is: there is nothing to make anew.
        }
    }
}
