package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.WholeDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

/**
 * What a migration leaves behind that is killed or fails in the middle: nothing that keeps the next from going on. And what it
 * waits for: not for those who wait for it.
 */
@QuarkusTest
class MigrationTest {

    private static final String VALID =
            "select indisvalid from pg_index where indexrelid = to_regclass('migration_test_id_idx')";

    @Inject
    WholeDatabase database;

    @Test
    void a_change_set_that_is_not_noted_is_not_made() throws Exception {
        database.execute("alter table databasechangelog add constraint no_room check (id <> 'half') not valid");
        try {
            assertThrows(LiquibaseException.class, () -> migrate("db/half.sql"));
            assertFalse(isMade());
        } finally {
            database.execute("alter table databasechangelog drop constraint no_room");
        }
        migrate("db/half.sql");
        assertTrue(isMade());
        database.execute("drop table migration_test; delete from databasechangelog where id = 'half'");
    }

    @Test
    void an_index_that_could_not_be_finished_is_made_anew() throws Exception {
        database.execute("create table migration_test (id integer); insert into migration_test values (1)");
        try (Connection busy = database.open();
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("update migration_test set id = 2");
            assertThrows(LiquibaseException.class, () -> migrate("db/index.sql")); // waits for it no longer than so
            assertEquals(List.of("f"), database.query(VALID));
            busy.rollback();
            migrate("db/index.sql");
            assertEquals(List.of("t"), database.query(VALID));
        } finally {
            database.execute("drop table migration_test; delete from databasechangelog where id = 'index'");
        }
    }

    @Test
    void what_is_made_concurrently_is_first_dropped() throws IOException {
        Pattern made =
                Pattern.compile("(drop index concurrently if exists (\\w+);\\s+)?create index concurrently (\\w+)");
        int indexes = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher index = made.matcher(Files.readString(file));
                for (; index.find(); indexes++) {
                    assertEquals(index.group(3), index.group(2), file.toString());
                }
            }
        }
        assertTrue(indexes > 0);
    }

    @Test
    void an_index_is_made_while_another_waits_for_its_turn() throws Exception {
        database.execute("create table migration_test (id integer)");
        try (Connection first = database.open();
                Connection next = database.open()) {
            LockService mine = lock(first);
            LockService theirs = lock(next);
            mine.waitForLock();
            CompletableFuture<Void> turn = CompletableFuture.runAsync(() -> waitFor(theirs));
            assertThrows(TimeoutException.class, () -> turn.get(500, TimeUnit.MILLISECONDS));
            first.setAutoCommit(true);
            try (var statement = first.createStatement()) {
                statement.execute("create index concurrently migration_test_id_idx on migration_test (id)");
            }
            mine.releaseLock();
            turn.get(1, TimeUnit.MINUTES);
            theirs.releaseLock();
        } finally {
            database.execute("drop table migration_test");
        }
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

    private void migrate(String changes) throws Exception {
        try (Connection connection = database.open()) {
            new Liquibase(changes, new ClassLoaderResourceAccessor(), known(connection)).update("");
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
