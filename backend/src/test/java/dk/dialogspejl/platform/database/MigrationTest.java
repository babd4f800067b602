package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.WholeDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

/** What a migration leaves behind that is killed in the middle: nothing that keeps the next from going on. */
@QuarkusTest
class MigrationTest {

    @Inject
    WholeDatabase database;

    @Test
    void a_change_set_that_is_not_noted_is_not_made() throws Exception {
        database.execute("alter table databasechangelog add constraint no_room check (id <> 'half') not valid");
        try {
            assertThrows(LiquibaseException.class, this::migrate);
            assertFalse(isMade());
        } finally {
            database.execute("alter table databasechangelog drop constraint no_room");
        }
        migrate();
        assertTrue(isMade());
        database.execute("drop table migration_test; delete from databasechangelog where id = 'half'");
    }

    @Test
    void only_one_migrates_at_a_time_and_who_is_killed_lets_the_next() throws Exception {
        Connection killed = database.open();
        lock(killed).waitForLock();
        try (Connection next = database.open()) {
            LockService lock = lock(next);
            CompletableFuture<Void> turn = CompletableFuture.runAsync(() -> waitFor(lock));
            assertThrows(TimeoutException.class, () -> turn.get(500, TimeUnit.MILLISECONDS));
            killed.abort(Runnable::run); // hangs up without a word
            turn.get(1, TimeUnit.MINUTES);
            lock.releaseLock();
        }
    }

    private void migrate() throws Exception {
        try (Connection connection = database.open()) {
            new Liquibase("db/half.sql", new ClassLoaderResourceAccessor(), known(connection)).update("");
        }
    }

    private LockService lock(Connection connection) throws LiquibaseException {
        LockService lock = LockServiceFactory.getInstance().getLockService(known(connection));
        return assertInstanceOf(MigrationLock.class, lock);
    }

    private static void waitFor(LockService lock) {
        try {
            lock.waitForLock();
        } catch (LiquibaseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database known(Connection connection) throws LiquibaseException {
        Database known =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return assertInstanceOf(MigratedDatabase.class, known);
    }

    private boolean isMade() throws SQLException {
        return database.query("select to_regclass('migration_test') is not null")
                .equals(List.of("t"));
    }
}
