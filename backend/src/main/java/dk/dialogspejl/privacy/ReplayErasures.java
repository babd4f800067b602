package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.Organisation;
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
        List<Organisation> organisations = transaction.call(() -> Organisation.listAll());
        for (Organisation organisation : organisations) {
            current.enter(organisation.id());
            replay(organisation);
        }
    }

    private void replay(Organisation organisation) {
        List<ErasureLedger.Entry> inFile = ledger.entries().stream()
                .filter(entry -> entry.organisation().equals(organisation.id()))
                .toList();
        List<ErasureLedger.Entry> inDatabase = transaction.call(
                () -> Erasure.<Erasure>streamAll().map(Erasure::entry).toList());
        long again = inFile.stream()
                .filter(entry -> inDatabase.stream().noneMatch(entry::isOf))
                .filter(entry -> transaction.call(() -> erase.again(entry)))
                .count();
        if (again > 0) {
            LOG.infof("%d people who had been erased were in the database again, and have been erased again", again);
        }
        inDatabase.stream()
                .filter(entry -> inFile.stream().noneMatch(entry::isOf))
                .forEach(ledger::append);
    }
}
