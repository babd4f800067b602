package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dk.dialogspejl.testing.ApiTest;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class NewTransactionTest extends ApiTest {

    @Inject
    AgroalDataSource pool;

    @Inject
    NewTransaction transaction;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final Deque<Connection> taken = new ArrayDeque<>();
    private Duration patience;

    /** Joined by the next request on the thread, it would never be committed, and its writes acknowledged all the same. */
    @Test
    @Timeout(60)
    void a_transaction_that_finds_no_connection_does_not_stay_on_the_thread() throws Exception {
        takeEveryConnection();
        assertThrows(RuntimeException.class, () -> transaction.run(() -> fail("without a connection")));
        assertEquals(Status.STATUS_NO_TRANSACTION, transactions.getTransactionStatus());
        giveThemBack();
        assertEquals(Status.STATUS_ACTIVE, transaction.call(transactions::getTransactionStatus));
        assertEquals(Status.STATUS_NO_TRANSACTION, transactions.getTransactionStatus());
    }

    private void takeEveryConnection() {
        var settings = pool.getConfiguration().connectionPoolConfiguration();
        patience = settings.acquisitionTimeout();
        settings.setAcquisitionTimeout(Duration.ofMillis(200));
        while (taken.size() < settings.maxSize()) {
            try {
                taken.add(pool.getConnection());
            } catch (SQLException notYet) {
                // It is being made, or somebody at work in the background has it.
            }
        }
    }

    @AfterEach
    void giveThemBack() throws SQLException {
        while (!taken.isEmpty()) {
            taken.pop().close();
        }
        pool.getConfiguration().connectionPoolConfiguration().setAcquisitionTimeout(patience);
    }
}
