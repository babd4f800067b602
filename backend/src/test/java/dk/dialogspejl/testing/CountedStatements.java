package dk.dialogspejl.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Counts the SQL statements that Hibernate sends for requests; what looks for work beside them does not count. Keeps those of
 * {@link #during} for whoever asks which they were.
 */
@PersistenceUnitExtension
public class CountedStatements implements StatementInspector {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static volatile Set<String> kept;

    @Override
    public String inspect(String sql) {
        if (Thread.currentThread().getName().startsWith("executor-thread")) {
            COUNT.incrementAndGet();
        }
        Set<String> keeping = kept;
        if (keeping != null) {
            keeping.add(sql);
        }
        return sql;
    }

    /** Those that Hibernate sends meanwhile, for whatever, each once. */
    public static Set<String> during(Runnable work) {
        Set<String> sent = new ConcurrentSkipListSet<>();
        kept = sent;
        try {
            work.run();
        } finally {
            kept = null;
        }
        return sent;
    }

    public static void restart() {
        COUNT.set(0);
    }

    public static int sinceRestart() {
        return COUNT.get();
    }
}
