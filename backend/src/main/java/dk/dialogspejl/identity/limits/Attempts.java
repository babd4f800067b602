package dk.dialogspejl.identity.limits;

import dk.dialogspejl.identity.Secrets;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts attempts in PostgreSQL, for all instances together, by the generic cell rate algorithm: one instant for each
 * key, at which all attempts are free again. Taking one moves it by the limit's pause, in one statement, so that
 * attempts at the same moment cannot share a turn. Keys are stored as hashes, and forgotten when they no longer count.
 */
@ApplicationScoped
class Attempts {

    private static final String NOW = "cast(:now as timestamptz)";
    private static final String PAUSE = "cast(:pause as bigint) * interval '1 millisecond'";
    private static final String ALL = "cast(:all as bigint) * interval '1 millisecond'";
    private static final String ONE_MORE = "greatest(known.free_at, " + NOW + ") + " + PAUSE;
    private static final String TAKE = "insert into attempts as known (key, free_at) values (:key, " + NOW + " + "
            + PAUSE + ") on conflict (key) do update set free_at = " + ONE_MORE + " where " + ONE_MORE + " <= " + NOW
            + " + " + ALL;
    private static final String GIVE_BACK = "update attempts set free_at = free_at - " + PAUSE + " where key = :key";

    @Inject
    NewTransaction transaction;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** @throws ProblemException TOO_MANY_ATTEMPTS, with the time until the next one */
    void take(String key, Limit limit) {
        String hash = Secrets.hash(key);
        Instant now = clock.instant();
        Duration wait = transaction.call(() -> {
            forgetWhatIsFree(now);
            boolean taken = entities.createNativeQuery(TAKE)
                            .setParameter("key", hash)
                            .setParameter("now", now)
                            .setParameter("pause", limit.pause().toMillis())
                            .setParameter("all", limit.all().toMillis())
                            .executeUpdate()
                    == 1;
            return taken ? Duration.ZERO : untilNext(hash, limit, now);
        });
        if (!wait.isZero()) {
            throw ProblemException.tooManyAttempts(wait);
        }
    }

    private Duration untilNext(String hash, Limit limit, Instant now) {
        Instant freeAt = (Instant) entities.createNativeQuery("select free_at from attempts where key = :key")
                .setParameter("key", hash)
                .getSingleResult();
        return Duration.between(now, freeAt.plus(limit.pause()).minus(limit.all()));
    }

    /** It was none that counts. */
    void giveBack(String key, Limit limit) {
        transaction.run(() -> entities.createNativeQuery(GIVE_BACK)
                .setParameter("key", Secrets.hash(key))
                .setParameter("pause", limit.pause().toMillis())
                .executeUpdate());
    }

    private void forgetWhatIsFree(Instant now) {
        entities.createNativeQuery("delete from attempts where key in (select key from attempts"
                        + " where free_at < :now limit 10 for update skip locked)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
