package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.Organisation;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Each night, for each organisation: removes what it keeps no longer, or with a dry run only counts it. */
@ApplicationScoped
class NightlyRetention {

    private static final Logger LOG = Logger.getLogger(NightlyRetention.class);

    /** What the night is for. */
    enum Mode {
        REMOVE,
        DRY_RUN
    }

    @Inject
    CurrentOrganisation organisation;

    @Inject
    NewTransaction transaction;

    @Inject
    RemoveWhatIsDue retention;

    @ConfigProperty(name = "dialogspejl.retention.mode", defaultValue = "remove")
    Mode mode;

    @Scheduled(
            cron = "{dialogspejl.retention.cron}",
            timeZone = "Europe/Copenhagen",
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        organisation.enterNone();
        List<UUID> all = transaction.call(() -> Organisation.<Organisation>listAll().stream()
                .map(Organisation::id)
                .toList());
        all.forEach(id -> {
            try {
                run(id, mode);
            } catch (RuntimeException e) {
                // The others' nights do not wait for one; what is left is due tomorrow. Its message may quote a row.
                LOG.errorf(
                        "Retention was cut off in organisation %s by %s",
                        id, e.getClass().getName());
            }
        });
    }

    /** For one organisation; answers how much of each kind. */
    @ActivateRequestContext
    Map<String, Long> run(UUID id, Mode mode) {
        organisation.enter(id);
        Map<String, Long> counts = mode == Mode.REMOVE ? retention.remove() : transaction.call(retention::due);
        if (counts.values().stream().anyMatch(count -> count > 0)) {
            LOG.infof("Retention, %s: %s", mode, counts);
        }
        return counts;
    }
}
