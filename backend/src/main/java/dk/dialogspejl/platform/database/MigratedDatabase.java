package dk.dialogspejl.platform.database;

import java.util.List;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.sql.visitor.SqlVisitor;

/**
 * PostgreSQL as Liquibase is to treat it: a change set and the row that says that it has run are committed together. Liquibase
 * commits them one after the other; who was killed between the two could not start again, because the tables were there and
 * the row was not. Found by Liquibase as a service.
 */
public class MigratedDatabase extends PostgresDatabase {

    private boolean notNoted;

    @Override
    public int getPriority() {
        return super.getPriority() + 1;
    }

    @Override
    public void executeStatements(Change change, DatabaseChangeLog log, List<SqlVisitor> visitors)
            throws LiquibaseException {
        notNoted = true;
        super.executeStatements(change, log, visitors);
    }

    @Override
    public void markChangeSetExecStatus(ChangeSet changeSet, ChangeSet.ExecType type) throws DatabaseException {
        notNoted = false;
        super.markChangeSetExecStatus(changeSet, type); // which commits
    }

    @Override
    public void commit() throws DatabaseException {
        if (!notNoted) {
            super.commit();
        }
    }

    @Override
    public void rollback() throws DatabaseException {
        notNoted = false;
        super.rollback();
    }
}
