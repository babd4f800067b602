package dk.dialogspejl.platform.limits;

import dk.dialogspejl.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Counts what somebody asks for, in PostgreSQL for all instances (OWASP API4:2023). The clocks that count are
 * PostgreSQL's and, for what was fetched from it, this process' own steady one: no two instances need to agree.
 *
 * <p>A bucket is one row with the time at which it is full again, made and changed by one statement. An instance
 * fetches several at a time ({@link Limit#leased}), and remembers a refusal for as long as it lasts, so that neither
 * ordinary use nor a flood costs a statement per request.
 */
@ApplicationScoped
public class RateLimits {

    /** Of so many times that it fetches, an instance removes full buckets once: they are as good as none. */
    private static final int FORGETS_EVERY = 100;

    /** Beyond this many, those that have run out are forgotten. */
    private static final int MANY = 10_000;

    private static final String TAKE = """
            insert into rate_limit as kept (bucket, granted, full_at)
            values (?, ?, statement_timestamp() + ? * interval '1 second')
            on conflict (bucket) do update set (granted, full_at) = (
                select taken, statement_timestamp() + (debt + taken * ?) * interval '1 second'
                from (select greatest(0, extract(epoch from kept.full_at - statement_timestamp()))) as owed (debt),
                    lateral (select greatest(0, least(?, floor((? - debt) / ?)))::int) as free (taken))
            returning granted, extract(epoch from full_at - statement_timestamp())""";

    /** Two instances that tidy up at once take different rows. */
    private static final String FORGET = """
            delete from rate_limit where bucket in (
                select bucket from rate_limit where full_at < now() limit 1000 for update skip locked)""";

    @Inject
    DataSource dataSource;

    private final Map<Bucket, Lease> leases = new ConcurrentHashMap<>();

    record Bucket(Limit limit, String who) {

        /** Who it is stays here: the table holds no address and no person. */
        byte[] digest() {
            try {
                return MessageDigest.getInstance("SHA-256")
                        .digest((limit.name() + '\n' + who).getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What this instance has fetched of a bucket, or that there was nothing; guarded by itself. */
    private static final class Lease {
        private int left;
        private boolean refused;
        private long until = System.nanoTime();

        boolean over() {
            return System.nanoTime() - until >= 0;
        }

        void holds(int tokens, boolean refused, Duration life) {
            this.left = tokens;
            this.refused = refused;
            this.until = System.nanoTime() + life.toNanos();
        }
    }

    /**
     * Counts one more, whatever becomes of the transaction it is called in.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that is too many
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void count(Limit limit, String who) {
        take(limit, who).ifPresent(wait -> {
            throw ProblemException.tooManyRequests(wait);
        });
    }

    /** As {@link #count}, but answers when there will be room again; empty when there is room now. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Optional<Duration> take(Limit limit, String who) {
        if (leases.size() > MANY) {
            leases.values().removeIf(Lease::over);
        }
        Bucket bucket = new Bucket(limit, who);
        Lease lease = leases.computeIfAbsent(bucket, none -> new Lease());
        synchronized (lease) {
            if (lease.over() || lease.left == 0 && !lease.refused) {
                fetch(bucket, lease);
            }
            if (lease.refused) {
                return Optional.of(Duration.ofNanos(Math.max(1, lease.until - System.nanoTime())));
            }
            lease.left--;
            return Optional.empty();
        }
    }

    private void fetch(Bucket bucket, Lease lease) {
        double period = bucket.limit().per().toNanos() / 1e9;
        double step = period / bucket.limit().most();
        try (var connection = dataSource.getConnection();
                var take = connection.prepareStatement(TAKE);
                var forget = connection.prepareStatement(FORGET)) {
            take.setBytes(1, bucket.digest());
            take.setInt(2, bucket.limit().leased());
            take.setDouble(3, bucket.limit().leased() * step);
            take.setDouble(4, step);
            take.setInt(5, bucket.limit().leased());
            take.setDouble(6, period);
            take.setDouble(7, step);
            try (var row = take.executeQuery()) {
                row.next();
                int granted = row.getInt(1);
                double life = granted > 0 ? period : row.getDouble(2) + step - period;
                lease.holds(granted, granted == 0, Duration.ofNanos((long) (Math.max(0, life) * 1e9)));
            }
            if (ThreadLocalRandom.current().nextInt(FORGETS_EVERY) == 0) {
                forget.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not count", e);
        }
    }
}
