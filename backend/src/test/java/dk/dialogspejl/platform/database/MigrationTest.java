package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What a migration leaves behind that is killed in the middle: nothing that keeps the next from going on. */
@QuarkusTest
class MigrationTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.liquibase.username")
    String owner;

    @ConfigProperty(name = "quarkus.liquibase.password")
    String ownerPassword;

    @Test
    void a_change_set_that_is_not_noted_is_not_made() throws Exception {
        try (Connection other = open()) {
            execute(other, "alter table databasechangelog add constraint no_room check (id <> 'half') not valid");
            try {
                assertThrows(LiquibaseException.class, this::migrate);
                assertFalse(exists(other));
            } finally {
                execute(other, "alter table databasechangelog drop constraint no_room");
            }
            migrate();
            assertTrue(exists(other));
            execute(other, "drop table migration_test; delete from databasechangelog where id = 'half'");
        }
    }

    @Test
    void only_one_migrates_at_a_time_and_who_is_killed_lets_the_next() throws Exception {
        Connection killed = open();
        lock(killed).waitForLock();
        try (Connection next = open()) {
            LockService lock = lock(next);
            CompletableFuture<Void> turn = CompletableFuture.runAsync(() -> waitFor(lock));
            assertThrows(TimeoutException.class, () -> turn.get(500, TimeUnit.MILLISECONDS));
            killed.abort(Runnable::run); // hangs up without a word
            turn.get(1, TimeUnit.MINUTES);
            lock.releaseLock();
        }
    }

    private void migrate() throws Exception {
        try (Connection connection = open()) {
            new Liquibase("db/half.sql", new ClassLoaderResourceAccessor(), database(connection)).update("");
        }
    }

    private LockService lock(Connection connection) throws LiquibaseException {
        LockService lock = LockServiceFactory.getInstance().getLockService(database(connection));
        return assertInstanceOf(MigrationLock.class, lock);
    }

    private static void waitFor(LockService lock) {
        try {
            lock.waitForLock();
        } catch (LiquibaseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database database(Connection connection) throws LiquibaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return assertInstanceOf(MigratedDatabase.class, database);
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('migration_test') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
