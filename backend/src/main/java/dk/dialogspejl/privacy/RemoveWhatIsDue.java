package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.retention.Kept;
import dk.dialogspejl.platform.time.TimeSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Removes what the organisation that has been entered keeps no longer. In batches, each a transaction that holds the
 * organisation's lock, so that only one instance is at it at a time and a run that is cut off, however hard, leaves whole
 * batches done and the rest due. Whatever was removed is counted, never told.
 */
@ApplicationScoped
class RemoveWhatIsDue {

    static final int BATCH = 500;

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    @All
    List<Kept> kinds;

    @Inject
    NewTransaction transaction;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Removes it; answers how much of each kind. Stops where another instance is at it. */
    Map<String, Long> remove() {
        Map<String, Instant> instants = transaction.call(this::instants);
        Map<String, Long> removed = new LinkedHashMap<>();
        for (Kept kind : kinds) {
            long count = 0;
            UUID after = FIRST;
            while (after != null) {
                UUID last = after;
                List<UUID> batch = transaction.call(() -> removeBatch(kind, instants, last));
                count += batch.size();
                after = batch.isEmpty() ? null : batch.get(batch.size() - 1);
            }
            removed.put(kind.name(), count);
        }
        return removed;
    }

    /** Counts what is due, and removes nothing. */
    Map<String, Long> due() {
        Map<String, Instant> instants = instants();
        Map<String, Long> due = new LinkedHashMap<>();
        for (Kept kind : kinds) {
            Query count = entities.createNativeQuery("select count(*) from (" + kind.due() + ") due");
            due.put(kind.name(), (Long) at(instants, count).getSingleResult());
        }
        return due;
    }

    /** Empty when there is no more, or another instance is at it. */
    @SuppressWarnings("unchecked")
    private List<UUID> removeBatch(Kept kind, Map<String, Instant> instants, UUID after) {
        if (!takeTurn()) {
            return List.of();
        }
        String next = kind.due() + " and k.id > :after order by k.id limit " + BATCH + kind.locking();
        List<UUID> ids = at(instants, entities.createNativeQuery(next))
                .setParameter("after", after)
                .getResultList();
        if (!ids.isEmpty()) {
            kind.remove(ids);
        }
        return ids;
    }

    private boolean takeTurn() {
        return (boolean) entities.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('retention ' || current_organisation(), 0))")
                .getSingleResult();
    }

    private Map<String, Instant> instants() {
        return RetentionPolicy.current().instants(clock.instant().atZone(TimeSource.DENMARK));
    }

    /** With those of the instants that the query asks for. */
    private static Query at(Map<String, Instant> instants, Query query) {
        query.getParameters().stream()
                .filter(parameter -> instants.containsKey(parameter.getName()))
                .forEach(parameter -> query.setParameter(parameter.getName(), instants.get(parameter.getName())));
        return query;
    }
}
