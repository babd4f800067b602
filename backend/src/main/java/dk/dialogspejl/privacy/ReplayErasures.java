package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Holds the database and the ledger's file together: whom the file knows and the database does not, because it has been
 * put back, is erased again before the first request; whom the database knows and the file does not, because another
 * instance did it, is added to the file. Doing it again changes nothing.
 */
@ApplicationScoped
class ReplayErasures {

    private static final Logger LOG = Logger.getLogger(ReplayErasures.class);

    @Inject
    ErasureLedger ledger;

    @Inject
    ErasePerson erase;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation current;

    @ActivateRequestContext
    void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent start) {
        replay();
    }

    @Scheduled(every = "{dialogspejl.replay-erasures.every}", concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void replay() {
        List<ErasureLedger.Entry> inFile = ledger.entries();
        List<ErasureLedger.Entry> inDatabase = transaction.call(Erasure::inEachOrganisation);
        long again = without(inDatabase, inFile).filter(this::again).count();
        if (again > 0) {
            LOG.infof("%d people who had been erased were in the database again, and have been erased again", again);
        }
        without(inFile, inDatabase).forEach(ledger::append);
    }

    private boolean again(ErasureLedger.Entry entry) {
        current.enter(entry.organisation());
        return transaction.call(() -> erase.again(entry));
    }

    private static Stream<ErasureLedger.Entry> without(List<ErasureLedger.Entry> known, List<ErasureLedger.Entry> all) {
        Set<ErasureLedger.Erased> whose =
                known.stream().map(ErasureLedger.Entry::whose).collect(Collectors.toSet());
        return all.stream().filter(entry -> !whose.contains(entry.whose()));
    }
}
