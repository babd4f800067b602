package dk.dialogspejl.platform.limits;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RateLimitsTest extends ApiTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    RateLimits limits;

    @Inject
    DataSource dataSource;

    @Inject
    NewTransaction transaction;

    private final String who = UUID.randomUUID().toString();

    /** Another process on the same database. */
    private RateLimits anotherInstance() {
        RateLimits another = new RateLimits();
        another.dataSource = dataSource;
        return another;
    }

    @Test
    void so_many_are_let_through_and_then_none_until_there_is_room_again() {
        Limit limit = Limit.exact("test", 3, HOUR);
        for (int request = 0; request < 3; request++) {
            assertEquals(Optional.empty(), limits.take(limit, who));
        }
        Duration wait = limits.take(limit, who).orElseThrow();
        assertTrue(wait.compareTo(Duration.ofMinutes(20)) <= 0, wait.toString());
        assertTrue(wait.compareTo(Duration.ofMinutes(19)) > 0, wait.toString());
        assertEquals(Optional.empty(), limits.take(limit, "another"));
        assertEquals(Optional.empty(), limits.take(Limit.exact("another", 3, HOUR), who));
    }

    @Test
    void room_comes_back_evenly() throws InterruptedException {
        Limit limit = Limit.exact("test", 2, Duration.ofMillis(600));
        limits.take(limit, who);
        limits.take(limit, who);
        Duration wait = limits.take(limit, who).orElseThrow();
        Thread.sleep(wait.toMillis() + 20);
        assertEquals(Optional.empty(), limits.take(limit, who));
        assertTrue(limits.take(limit, who).isPresent());
    }

    @Test
    void instances_count_together() {
        Limit limit = Limit.exact("test", 4, HOUR);
        RateLimits another = anotherInstance();
        for (int request = 0; request < 2; request++) {
            assertEquals(Optional.empty(), limits.take(limit, who));
            assertEquals(Optional.empty(), another.take(limit, who));
        }
        assertTrue(limits.take(limit, who).isPresent());
        assertTrue(another.take(limit, who).isPresent());
    }

    @Test
    void of_fifty_at_once_on_two_instances_just_as_many_are_let_through_as_may_be() throws Exception {
        Limit limit = Limit.exact("test", 10, HOUR);
        RateLimits another = anotherInstance();
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (int request = 0; request < 25; request++) {
            requests.add(() -> limits.take(limit, who).isEmpty());
            requests.add(() -> another.take(limit, who).isEmpty());
        }
        assertEquals(10, Collections.frequency(AtOnce.call(requests), true));
    }

    @Test
    void a_refusal_in_a_transaction_that_is_rolled_back_has_been_counted() {
        Limit limit = Limit.exact("test", 2, HOUR);
        for (int request = 0; request < 2; request++) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> transaction.run(() -> {
                        limits.count(limit, who);
                        throw new IllegalArgumentException();
                    }));
        }
        assertThrows(ProblemException.class, () -> transaction.run(() -> limits.count(limit, who)));
    }

    @Test
    void a_hundred_requests_cost_five_statements_and_a_flood_none() throws Exception {
        Limit limit = new Limit("test", 100, HOUR, 20);
        AtomicInteger statements = new AtomicInteger();
        RateLimits instance = new RateLimits();
        instance.dataSource = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    statements.incrementAndGet();
                    return method.invoke(dataSource, arguments);
                });
        for (int request = 0; request < 100; request++) {
            assertTrue(instance.take(limit, who).isEmpty());
        }
        assertEquals(5, statements.get());
        for (int request = 0; request < 1000; request++) {
            assertTrue(instance.take(limit, who).isPresent());
        }
        assertEquals(6, statements.get());
    }

    @Test
    void what_is_kept_tells_neither_who_nor_where_from_and_goes_when_it_is_full_again() throws Exception {
        limits.take(Limit.exact("short", 1, Duration.ofMillis(10)), "192.0.2.17");
        Thread.sleep(20);
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select count(*) filter (where length(bucket) = 32), count(*),"
                    + " count(*) filter (where full_at < now()) from rate_limit")) {
                rows.next();
                assertEquals(rows.getInt(2), rows.getInt(1));
                assertTrue(rows.getInt(3) > 0);
            }
        }
        Limit often = Limit.exact("often", 1_000_000, HOUR);
        for (int request = 0; request < 1500; request++) {
            limits.take(often, who);
        }
        try (Connection connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from rate_limit where full_at < now() - interval '5 seconds'")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    void a_person_who_asks_too_often_gets_a_kind_problem_and_others_go_on() throws Exception {
        Workplace work = given.aWorkplace();
        try (Connection connection = dataSource.getConnection();
                var spent = connection.prepareStatement(
                        "insert into rate_limit values (?, 0, now() + interval '90 seconds')")) {
            spent.setBytes(
                    1,
                    new RateLimits.Bucket(
                                    Limit.coarse(RequestLimits.OF_ONE, 1, HOUR),
                                    work.cecilie().id().toString())
                            .digest());
            spent.execute();
        }
        work.cecilie()
                .asks()
                .header("Accept-Language", "da")
                .get("/me")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("30"))
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("urn:dialogspejl:problem:too-many-requests"))
                .body("title", equalTo("Det går lige lovlig stærkt"));
        work.anna().reads("/me").statusCode(200);
        RestAssured.given().get("/.well-known/jwks.json").then().statusCode(200);
    }
}
