package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Operation;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.ValidRequests;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.WholeDatabase.Dump;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What people wait for, asked as they ask it, in a large organisation beside many others: no request reads much more of any
 * table than it tells of. It is made from the contract, so that no operation is left out. {@code make plans} runs it; no part
 * of the ordinary tests until what docs/performance.md tells of is mended.
 */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class QueryPlans extends ApiTest {

    /** How often everybody at the workplace is copied; there are as many rounds, and more of most. */
    private static final int PEOPLE = Integer.getInteger("plans.people", 2_000);

    private static final int OTHERS = 500;

    /** The focus points of 500 summaries, and some. No table that is large has as few rows. */
    private static final int MOST = 1_500;

    private static final String PAGE_OF_FEED = "/api/v1/summaries?limit=500";
    private static final String LIST_OF_ROUNDS = "/api/v1/rounds?limit=20";

    /** Counts what is due, of all that there is: asked now and then, by an administrator. */
    private static final Set<String> COUNTS_ALL = Set.of("getDue");

    /** What counts all of an organisation, at night. */
    private static final Set<String> AT_NIGHT = Set.of("NightlyRetention", "ReleaseAtNight");

    @Inject
    WholeDatabase database;

    @Inject
    RowsRead rows;

    @Inject
    EntityManager entities;

    private Workplace work;
    private Dump before;
    private final Map<String, Ask> asks = new LinkedHashMap<>();

    /** A request of whoever gets an answer to it. */
    private record Ask(String path, Supplier<Response> answer) {}

    /** Once; no sooner, as until then nobody knows where the service answers. */
    @BeforeEach
    void grow() throws SQLException, IOException {
        if (before != null) {
            return;
        }
        work = given.aWorkplace();
        String webhook = "/webhooks/"
                + work.erik()
                        .creates(
                                "/webhooks",
                                Map.of("name", "HR", "url", "http://localhost:9/", "events", List.of("round.started")));
        work.erik().sends("POST", webhook + "/secrets", work.erik().etag(webhook), null);
        work.erik()
                .posts("/invitations", Map.of("name", "Mette", "email", "mette@" + work.organisation() + ".example"));
        work.cecilie().puts("/me/erasure-request", null, null);
        RoundStory round =
                RoundStory.at(work).withVideo().sharingEarly().withTalk().outcomes();
        round.shares(true);
        RoundStory.at(work).invited();
        collect(round);
        // What reading leaves behind is copied too; and figures are made once.
        asks.values().forEach(ask -> ask.answer().get());
        before = database.dump();
        database.execute("update digest set due_at = due_at + interval '1 year'; analyze");
        Copies.make(database, work.organisation(), PEOPLE, OTHERS);
    }

    @AfterAll
    void shrink() throws SQLException, IOException {
        database.restore(before);
        database.execute("analyze");
    }

    private void collect(RoundStory round) {
        ValidRequests requests = new ValidRequests(round);
        List<Employee> readers = List.of(work.anna(), work.erik(), work.dorte(), work.hr());
        for (Operation operation : Operation.all()) {
            if (!operation.writes() && !operation.endless()) {
                String path = requests.path(operation);
                Employee reader = readers.stream()
                        .filter(one -> requests.of(operation, one).get(path).statusCode() < 400)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Nobody may " + operation));
                asks.put(
                        operation.id(),
                        new Ask(path, () -> requests.of(operation, reader).get(path)));
            }
        }
        String team = work.dorte().reads("/me").extract().path("leads[0].id");
        Employee system = given.aClient(work, Set.of(Scope.PEOPLE_PROVISION), Map.of());
        Map.of(
                        work.anna(),
                        List.of(
                                LIST_OF_ROUNDS,
                                "/api/v1/rounds?role=EVALUATEE",
                                "/api/v1/rounds?role=PARTNER",
                                "/api/v1/rounds?status=CONCLUDED"),
                        work.bo(),
                        List.of(
                                "/api/v1/rounds",
                                "/api/v1/rounds/" + round.id(),
                                "/api/v1/dialogues/" + round.dialogue(0) + "/reflections",
                                "/api/v1/rounds/" + round.id() + "/partner-feedback"),
                        work.erik(),
                        List.of(
                                "/api/v1/audit?by=" + work.erik().id(),
                                "/api/v1/directory/people?team=" + team,
                                "/api/v1/directory/people?role=ADMINISTRATOR",
                                "/api/v1/directory/people?state=INVITED"),
                        work.hr(),
                        List.of(PAGE_OF_FEED, PAGE_OF_FEED + "&team=" + team),
                        system,
                        List.of(
                                "/scim/v2/Users?count=50",
                                "/scim/v2/Users?filter=userName eq \""
                                        + work.anna().email() + "\"",
                                "/scim/v2/Users/" + work.anna().id(),
                                "/scim/v2/Groups?count=50",
                                "/scim/v2/Groups/" + team))
                .forEach((reader, paths) -> paths.forEach(path -> asks.put(
                        path,
                        new Ask(
                                path,
                                () -> io.restassured.RestAssured.given()
                                        .header("Authorization", "Bearer " + reader.token())
                                        .get(path)))));
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> right_after_an_import_a_page_is_read_along_its_index() {
        return Stream.of(PAGE_OF_FEED, LIST_OF_ROUNDS, "getRound").map(this::readsFew);
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> each_request_reads_what_it_tells_of_and_not_all_there_is() throws SQLException {
        database.execute("vacuum analyze");
        assertTrue(asks.size() > 70, asks.size() + " requests");
        return asks.keySet().stream().filter(ask -> !COUNTS_ALL.contains(ask)).map(this::readsFew);
    }

    private DynamicTest readsFew(String name) {
        Ask ask = asks.get(name);
        return dynamicTest(
                name,
                () -> requireFew(name, rows.during(() -> {
                    int status = ask.answer().get().statusCode();
                    assertTrue(status < 400, name + " " + status);
                })));
    }

    /** Signing in, and each step of a round, by whom it is taken. */
    @Test
    @Order(3)
    void somebody_signs_in_and_a_whole_round_is_gone_through() throws SQLException {
        requireFew("Signing in", rows.during(() -> Given.token(work.anna().email())));
        requireFew(
                "A whole round",
                rows.during(() -> RoundStory.at(work).sharingEarly().withTalk().followedUp()));
    }

    @TestFactory
    @Order(4)
    Stream<DynamicTest> what_is_done_beside_the_requests_reads_what_is_due_and_not_all_there_is() {
        List<DynamicTest> jobs = new ArrayList<>();
        for (var bean :
                Arc.container().beanManager().getBeans(Object.class, jakarta.enterprise.inject.Any.Literal.INSTANCE)) {
            for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(Scheduled.class)
                        && !AT_NIGHT.contains(bean.getBeanClass().getSimpleName())) {
                    jobs.add(dynamicTest(
                            bean.getBeanClass().getSimpleName(),
                            () -> requireFew(
                                    bean.getBeanClass().getSimpleName(),
                                    rows.during(() -> carryOut(bean.getBeanClass(), method)))));
                }
            }
        }
        assertTrue(jobs.size() >= 5, jobs.size() + " jobs");
        return jobs.stream();
    }

    private static void carryOut(Class<?> job, Method method) {
        try {
            method.setAccessible(true);
            method.invoke(Arc.container()
                    .select(job, jakarta.enterprise.inject.Any.Literal.INSTANCE)
                    .get());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(5)
    void a_statement_that_no_index_helps_is_found() throws SQLException {
        Map<String, Long> read = rows.during(() -> given.inOrganisation(
                work.organisation(),
                () -> entities.createNativeQuery("select id from dialogue where label = 'ukendt'")
                        .getResultList()));
        assertEquals(Set.of("dialogue"), tooMany(read).keySet());
    }

    private static void requireFew(String asked, Map<String, Long> read) {
        assertEquals(Map.of(), tooMany(read), asked + " reads more than it tells of");
    }

    private static Map<String, Long> tooMany(Map<String, Long> read) {
        Map<String, Long> many = new LinkedHashMap<>(read);
        many.values().removeIf(number -> number <= MOST);
        return many;
    }
}
