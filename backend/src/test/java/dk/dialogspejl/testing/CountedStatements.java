package dk.dialogspejl.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts the SQL statements that Hibernate sends for requests; what looks for work beside them does not count. */
@PersistenceUnitExtension
public class CountedStatements implements StatementInspector {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public String inspect(String sql) {
        if (Thread.currentThread().getName().startsWith("executor-thread")) {
            COUNT.incrementAndGet();
        }
        return sql;
    }

    public static void restart() {
        COUNT.set(0);
    }

    public static int sinceRestart() {
        return COUNT.get();
    }
}
