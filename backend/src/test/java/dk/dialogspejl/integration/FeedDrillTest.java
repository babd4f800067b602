package dk.dialogspejl.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.PersonErased;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The feed under attack: eight writers with transactions of all lengths, three readers that are cut off at random. In the
 * end each copy is what the database has. Briefly here; {@code make drill-feed} does it twenty times for a minute.
 */
@QuarkusTest
class FeedDrillTest extends ApiTest {

    private static final Duration FOR = Duration.ofSeconds(Long.getLong("feed.drill.seconds", 5));
    private static final int TIMES = Integer.getInteger("feed.drill.times", 1);
    private static final int WRITERS = 8;
    private static final int PEOPLE = 300;

    /** The longest that a writer stays in its transaction. */
    private static final int SLOW_MS = 800;

    private static final Set<String> REFUSED = Set.of("40P01", "57014");

    @Inject
    WholeDatabase database;

    @Inject
    Event<PersonErased> erased;

    @Inject
    ObjectMapper json;

    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void in_the_end_each_copy_is_what_the_database_has() throws Exception {
        for (int run = 1; run <= TIMES; run++) {
            drill(run);
        }
    }

    private void drill(int run) throws Exception {
        Workplace work = given.aWorkplace();
        SummaryCrowd.at(work, database).conclude(PEOPLE);
        UUID annas = UUID.fromString(database.query(
                        "select team_id from person where id = '" + work.anna().id() + "'")
                .get(0));
        List<UUID> people = ids("select r.evaluatee_id from round r where r.organisation_id = '%s'", work);
        List<UUID> teams = ids("select id from team where organisation_id = '%s'", work);
        Employee ofOneTeam = given.aClientOfTeams(work, annas);
        List<UnsteadyReader> readers = List.of(
                new UnsteadyReader(work.hr(), json, new Random(1)),
                new UnsteadyReader(work.hr(), json, new Random(2)),
                new UnsteadyReader(ofOneTeam, json, new Random(3)));

        long end = System.nanoTime() + FOR.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + readers.size());
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(run * 100L + writer);
                all.add(threads.submit(until(end, () -> write(work, people, teams, random))));
            }
            readers.forEach(reader -> all.add(threads.submit(until(end, reader::readForAWhile))));
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (UnsteadyReader reader : readers) {
            reader.catchUp();
        }
        String shared = "select s.id || ' ' || f.revision || ' ' || p.name from summary s"
                + " join round r on r.id = s.round_id join person p on p.id = r.evaluatee_id"
                + " join shared_summary f on f.summary_id = s.id where s.organisation_id = '" + work.organisation()
                + "' and s.shared_at is not null";
        Map<String, String> truth = truth(shared);
        assertEquals(truth, readers.get(0).copy());
        assertEquals(truth, readers.get(1).copy());
        assertEquals(
                truth(shared + " and p.team_id = '" + annas + "'"),
                readers.get(2).copy());
        int cuts = readers.stream().mapToInt(UnsteadyReader::cuts).sum();
        System.out.printf(
                "Feed drill %d: %d transactions, %d refused, %d rows read, readers cut off %d times,"
                        + " %d summaries in the end%n",
                run,
                committed.getAndSet(0),
                refused.getAndSet(0),
                readers.stream().mapToInt(UnsteadyReader::rows).sum(),
                cuts,
                truth.size());
        assertTrue(cuts > 0);
    }

    private static Callable<Void> until(long end, Callable<?> work) {
        return () -> {
            while (System.nanoTime() < end) {
                work.call();
            }
            return null;
        };
    }

    /** A transaction that does one thing or more, to people in the order of their ids, and takes its time. */
    private Void write(Workplace work, List<UUID> people, List<UUID> teams, Random random) throws SQLException {
        List<UUID> some = random.ints(1 + random.nextInt(3), 0, people.size())
                .sorted()
                .mapToObj(people::get)
                .distinct()
                .toList();
        boolean undone = random.nextInt(10) == 0;
        try {
            if (random.nextInt(100) == 0) {
                database.execute("delete from round where evaluatee_id = '" + some.get(0) + "'"); // as retention does
            } else {
                given.inOrganisation(work.organisation(), () -> change(some, teams, undone, random));
            }
            committed.incrementAndGet();
        } catch (SQLException | RuntimeException failed) {
            if (isRefused(failed)) {
                refused.incrementAndGet();
            } else if (!(failed instanceof Undone)) {
                throw failed;
            }
        }
        return null;
    }

    private Void change(List<UUID> people, List<UUID> teams, boolean undone, Random random) {
        for (UUID person : people) {
            change(person, teams, random);
            sleep(random.nextInt(4) == 0 ? random.nextInt(SLOW_MS) : random.nextInt(20));
        }
        if (undone) {
            throw new Undone();
        }
        return null;
    }

    /** The database undid it: a deadlock, or a wait for slower writers that was longer than a statement may take. */
    private static boolean isRefused(Throwable failed) {
        return failed != null
                && (failed instanceof SQLException sql && REFUSED.contains(sql.getSQLState())
                        || isRefused(failed.getCause()));
    }

    private static final class Undone extends RuntimeException {}

    private void change(UUID person, List<UUID> teams, Random random) {
        String its = " from round r where r.organisation_id = s.organisation_id and r.id = s.round_id"
                + " and r.evaluatee_id = '" + person + "'";
        int what = random.nextInt(100);
        if (what < 47) {
            execute("update summary s set shared_at = now()" + its + " and s.follow_up_on is not null");
        } else if (what < 77) {
            execute("update summary s set shared_at = null" + its);
        } else if (what < 87) {
            execute("update person set team_id = '" + teams.get(random.nextInt(teams.size())) + "' where id = '"
                    + person + "'");
        } else if (what < 97) {
            execute("update person set name = 'Navn " + random.nextInt(1_000) + "' where id = '" + person + "'");
        } else {
            erased.fire(new PersonErased(person));
        }
    }

    private void execute(String sql) {
        Person.getEntityManager().createNativeQuery(sql).executeUpdate();
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<UUID> ids(String sql, Workplace work) throws SQLException {
        return database.query(sql.formatted(work.organisation()) + " order by 1").stream()
                .map(UUID::fromString)
                .toList();
    }

    /** By the id of each summary, its revision and whose it is. */
    private Map<String, String> truth(String sql) throws SQLException {
        Map<String, String> truth = new TreeMap<>();
        for (String row : database.query(sql)) {
            String[] parts = row.split(" ", 2);
            truth.put(parts[0], parts[1]);
        }
        return truth;
    }
}
