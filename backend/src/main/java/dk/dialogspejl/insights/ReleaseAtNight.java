package dk.dialogspejl.insights;

import dk.dialogspejl.organisation.Organisation;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The night after a quarter, for each organisation: makes its figures, so that no reader waits for them. */
@ApplicationScoped
class ReleaseAtNight {

    private static final Logger LOG = Logger.getLogger(ReleaseAtNight.class);

    @Inject
    ReleaseInsight release;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation current;

    @Scheduled(
            cron = "{dialogspejl.insight.cron}",
            timeZone = "Europe/Copenhagen",
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        current.enterNone();
        List<UUID> all = transaction.call(() -> Organisation.<Organisation>listAll().stream()
                .map(Organisation::id)
                .toList());
        all.forEach(id -> {
            try {
                run(id);
            } catch (RuntimeException e) {
                // The others do not wait for one; there they are made when somebody asks, or the next night.
                LOG.errorf(
                        "Figures were not made in organisation %s by %s",
                        id, e.getClass().getName());
            }
        });
    }

    /** For one organisation. */
    @ActivateRequestContext
    void run(UUID id) {
        current.enter(id);
        transaction.run(release::ofEndedQuarters);
    }
}
