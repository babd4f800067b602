package dk.dialogspejl.bench;

import dk.dialogspejl.bench.Results.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Signing in with a password, beside its Argon2id hash and nothing else; one at a time for each processor. */
final class SigningIn {

    private final Host host;
    private final Scale scale;
    private final Crowd crowd;
    private final Results results;

    /** As {@code identity.Passwords} makes it. */
    private final Argon2PasswordEncoder argon2id = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);

    SigningIn(Host host, Scale scale, Crowd crowd, Results results) {
        this.host = host;
        this.scale = scale;
        this.crowd = crowd;
        this.results = results;
    }

    void run() throws Exception {
        int atOnce = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try (App product = host.product();
                Load load = new Load()) {
            List<Request> requests = crowd.readers().stream()
                    .map(reader -> Api.signingIn(product, crowd.login(reader)))
                    .toList();
            String hash = argon2id.encode(Crowd.PASSWORD);
            Race race = new Race(host, scale)
                    .side("product", product.pid(), time -> load.closed(Asks.all(requests), atOnce, time))
                    .side("Argon2id", Bench.PID, time -> check(threads, atOnce, hash, time))
                    .run();
            results.race("sign in", race, "product", "Argon2id", Target.NONE);
        } finally {
            threads.shutdownNow();
        }
    }

    private long check(ExecutorService threads, int atOnce, String hash, Duration howLong) throws Exception {
        long until = System.nanoTime() + howLong.toNanos();
        List<Callable<Long>> work = new ArrayList<>();
        for (int thread = 0; thread < atOnce; thread++) {
            work.add(() -> {
                long done = 0;
                while (System.nanoTime() < until) {
                    if (!argon2id.matches(Crowd.PASSWORD, hash)) {
                        throw new IllegalStateException("The password does not match its hash");
                    }
                    done++;
                }
                return done;
            });
        }
        long done = 0;
        for (Future<Long> each : threads.invokeAll(work)) {
            done += each.get();
        }
        return done;
    }
}
