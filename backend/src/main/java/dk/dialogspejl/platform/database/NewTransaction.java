package dk.dialogspejl.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * A transaction for work that is no request of its own: before sign-in, and at start-up. It begins after the
 * organisation has been entered. (Quarkus' static {@code QuarkusTransaction} keeps, with live reload, to the
 * transaction manager of an earlier run.)
 */
@ApplicationScoped
public class NewTransaction {

    @Transactional(TxType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void run(Runnable work) {
        work.run();
    }
}
