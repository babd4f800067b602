package dk.dialogspejl.platform.database;

import java.time.Duration;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;

/**
 * Lets one instance at a time migrate, by a lock of the session's in PostgreSQL: it goes with who holds it. Liquibase's own
 * is a row, which after a {@code kill -9} would keep every later start out until somebody deleted it. Found by Liquibase as a
 * service.
 */
public class MigrationLock implements LockService {

    /** How long an instance waits for another that migrates. */
    private static final Duration TURN = Duration.ofMinutes(30);

    /**
     * How long a migration waits for a table. Whoever wants the table waits behind it meanwhile, also those whom it could
     * serve; so it rather fails, and the start with it, to be tried again.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long until it asks again whether it is its turn. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Any number that nobody else locks by: the letters of "migrate". */
    private static final long KEY = 0x6d69_6772_6174_65L;

    private Database database;
    private boolean held;

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(Database other) {
        return other instanceof PostgresDatabase && other.getConnection() instanceof JdbcConnection;
    }

    @Override
    public void setDatabase(Database database) {
        this.database = database;
    }

    @Override
    public void waitForLock() throws LockException {
        if (held) {
            return;
        }
        // Else a migration whose process was killed would go on to the end of its statement before anybody noticed.
        execute("set client_connection_check_interval = 1000");
        awaitTurn();
        execute("set lock_timeout = " + PATIENCE.toMillis());
        held = true;
    }

    /**
     * Asks again and again rather than in one statement that waits: that would be older than an index which the other makes
     * concurrently, and the other would wait for it to end.
     */
    private void awaitTurn() throws LockException {
        long end = System.nanoTime() + TURN.toNanos();
        while (!execute("select pg_try_advisory_lock(" + KEY + ")")) {
            if (System.nanoTime() > end) {
                throw new LockException("Another instance has been migrating for " + TURN);
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LockException("Nobody waits for it to migrate any more", e);
            }
        }
    }

    @Override
    public boolean acquireLock() throws LockException {
        waitForLock();
        return true;
    }

    @Override
    public void releaseLock() throws LockException {
        if (held) {
            execute("select pg_advisory_unlock(" + KEY + ")");
            held = false;
        }
    }

    @Override
    public boolean hasChangeLogLock() {
        return held;
    }

    /** Answers whether it has, for a statement that says so. */
    private boolean execute(String sql) throws LockException {
        JdbcConnection connection = (JdbcConnection) database.getConnection();
        try (var statement = connection.getUnderlyingConnection().createStatement()) {
            boolean has = statement.execute(sql)
                    && statement.getResultSet().next()
                    && statement.getResultSet().getBoolean(1);
            connection.commit();
            return has;
        } catch (Exception e) {
            throw new LockException("Could not take turns at migrating", e);
        }
    }

    /** It waits as it does. */
    @Override
    public void setChangeLogLockWaitTime(long minutes) {}

    @Override
    public void setChangeLogLockRecheckTime(long seconds) {}

    @Override
    public DatabaseChangeLogLock[] listLocks() {
        return new DatabaseChangeLogLock[0];
    }

    /** There is none but that of a session, which ends with it. */
    @Override
    public void forceReleaseLock() throws LockException {
        releaseLock();
    }

    @Override
    public void reset() {
        held = false;
    }

    @Override
    public void init() throws DatabaseException {}

    @Override
    public void destroy() throws DatabaseException {}
}
