package dk.dialogspejl.platform.sealing;

import dk.dialogspejl.platform.NotReady;
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
import jakarta.persistence.EntityManager;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings people's and organisations' keys under the present master key while the service runs: some at a time, each lot in a
 * transaction of its own, and from where it was when it is cut off. What is sealed with them stays as it is.
 */
@ApplicationScoped
public class RewrapKeys {

    private static final Logger LOG = Logger.getLogger(RewrapKeys.class);
    private static final int AT_A_TIME = 100;

    @Inject
    MasterKey master;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation current;

    @Inject
    OrganisationKeys organisationKeys;

    @Inject
    EntityManager entities;

    /** Better not to start than to make new keys under a master key that was mistyped. */
    @ActivateRequestContext
    void refuseUnknownMasterKeys(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        if (!organisationsWithKeysNotOf(master.known()).isEmpty()) {
            throw new NotReady(
                    "There are keys in the database that another master key wraps. Set DIALOGSPEJL_MASTER_KEY to"
                            + " that, or DIALOGSPEJL_MASTER_KEY_OTHER while it is being replaced.",
                    null);
        }
    }

    /** Says in the log when the other master key is needed no more. */
    @Scheduled(every = "{dialogspejl.rewrap-keys.every}", concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    public void pass() {
        int rewrapped = 0;
        for (UUID organisation : organisationsWithKeysNotOf(Set.of(master.id()))) {
            current.enter(organisation);
            int some;
            do {
                some = transaction.call(() -> some(organisation));
                rewrapped += some;
            } while (some == AT_A_TIME);
            rewrapped += transaction.call(() -> organisationKeys.rewrap(master));
        }
        if (rewrapped > 0) {
            LOG.infof("%d keys are now wrapped by the present master key", rewrapped);
        } else if (master.known().size() > 1) {
            LOG.info("Every key is wrapped by the present master key; DIALOGSPEJL_MASTER_KEY_OTHER is not needed here");
        }
    }

    int some(UUID organisation) {
        List<PersonKey> keys = PersonKey.notWrappedBy(master.id(), AT_A_TIME);
        try {
            for (PersonKey key : keys) {
                key.rewrap(master.rewrap(key.wrapped(), organisation, key.personId()), master.id());
            }
        } catch (GeneralSecurityException e) {
            throw new Cipher.Unreadable();
        }
        return keys.size();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> organisationsWithKeysNotOf(Set<String> masterKeys) {
        return transaction.call(() -> entities.createNativeQuery("select distinct organisation_id"
                        + " from master_keys_in_each_organisation() where master_key_id not in (:known)")
                .setParameter("known", masterKeys)
                .getResultList());
    }
}
