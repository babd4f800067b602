package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.CountedStatements;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Operation;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.ValidRequests;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.WholeDatabase.Dump;
import dk.dialogspejl.testing.Workplace;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
 * table than it tells of, let alone the whole table. It is made from the contract, so that no operation is left out. Where
 * one reads more, the table and the statements that it may be are told.
 */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class QueryPlansTest extends ApiTest {

    /** How often everybody at the workplace is copied; there are as many rounds, and more of most. */
    private static final int PEOPLE = Integer.getInteger("plans.people", 2_000);

    private static final int OTHERS = 500;

    /** The focus points of 500 summaries, and some. No table that is large has as few rows. */
    private static final int MOST = 1_500;

    private static final String PAGE_OF_FEED = "/api/v1/summaries?limit=500";
    private static final String LIST_OF_ROUNDS = "/api/v1/rounds?limit=20";
    private static final String USERS = "/scim/v2/Users";
    private static final String GROUPS = "/scim/v2/Groups";

    /** Counts what is due, of all that there is: asked now and then, by an administrator. */
    private static final Set<String> COUNTS_ALL = Set.of("getDue");

    /** SCIM has to say how many there are in all, and so counts what it has a page of. */
    private static final Map<String, String> SAYS_HOW_MANY = Map.of(USERS, "person", GROUPS, "team");

    /** What counts all of an organisation, at night. */
    private static final Set<String> READS_ALL = Set.of("NightlyRetention", "ReleaseAtNight");

    @Inject
    WholeDatabase database;

    @Inject
    RowsRead rows;

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource connections;

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
        database.execute("update digest set due_at = due_at + interval '1 year'");
        Copies.make(database, work.organisation(), PEOPLE, OTHERS);
        database.execute(
                "update account set password_hash = '-' where password_hash is null and left(id::text, 1) <> '0'");
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
        Employee system = given.aClient(work, Set.of(Scope.PEOPLE_PROVISION));
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
                                "/api/v1/directory/people?role=FACILITATOR",
                                "/api/v1/directory/people?state=INVITED",
                                "/api/v1/directory/people?state=DEACTIVATED"),
                        work.hr(),
                        List.of(PAGE_OF_FEED, PAGE_OF_FEED + "&team=" + team),
                        system,
                        List.of(
                                USERS,
                                USERS + "?filter=userName eq \"" + work.anna().email() + "\"",
                                USERS + "/" + work.anna().id(),
                                GROUPS,
                                GROUPS + "/" + team))
                .forEach((reader, paths) -> paths.forEach(path -> asks.put(
                        path,
                        new Ask(
                                path,
                                () -> io.restassured.RestAssured.given()
                                        .header("Authorization", "Bearer " + reader.token())
                                        .get(path)))));
    }

    /** Nor has it ever, as where a new installation takes in what there was before it, with connections that keep no plan. */
    @TestFactory
    @Order(1)
    Stream<DynamicTest> before_postgresql_has_counted_what_came_in_a_page_is_read_along_its_index()
            throws SQLException {
        database.execute("select pg_clear_relation_stats('public', relname) from pg_class"
                + " where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')");
        database.execute("select pg_clear_attribute_stats('public', tablename, attname, inherited) from pg_stats"
                + " where schemaname = 'public'");
        connections.flush(FlushMode.IDLE);
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
                () -> requireFew(name, () -> {
                    int status = ask.answer().get().statusCode();
                    assertTrue(status < 400, name + " " + status);
                }));
    }

    /** Signing in, and each step of a round, by whom it is taken. */
    @Test
    @Order(3)
    void somebody_signs_in_and_a_whole_round_is_gone_through() {
        requireFew("Signing in", () -> Given.token(work.anna().email()));
        requireFew(
                "A whole round",
                () -> RoundStory.at(work).sharingEarly().withTalk().followedUp());
    }

    @TestFactory
    @Order(4)
    Stream<DynamicTest> what_is_done_beside_the_requests_reads_what_is_due_and_not_all_there_is() {
        List<DynamicTest> jobs = new ArrayList<>();
        for (var bean :
                Arc.container().beanManager().getBeans(Object.class, jakarta.enterprise.inject.Any.Literal.INSTANCE)) {
            for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(Scheduled.class)
                        && !READS_ALL.contains(bean.getBeanClass().getSimpleName())) {
                    jobs.add(dynamicTest(
                            bean.getBeanClass().getSimpleName(),
                            () -> requireFew(
                                    bean.getBeanClass().getSimpleName(), () -> carryOut(bean.getBeanClass(), method))));
                }
            }
        }
        assertTrue(jobs.size() + READS_ALL.size() >= 7, jobs.size() + " jobs");
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
    void a_statement_that_no_index_helps_is_named() {
        AssertionError found = assertThrows(
                AssertionError.class,
                () -> requireFew(
                        "A search",
                        () -> given.inOrganisation(
                                work.organisation(),
                                () -> entities.createNativeQuery("select id from dialogue where label = 'ukendt'")
                                        .getResultList())));
        assertTrue(found.getMessage().contains("of dialogue"), found.getMessage());
        assertTrue(found.getMessage().contains("select id from dialogue where label = 'ukendt'"), found.getMessage());
    }

    @Test
    @Order(6)
    void a_request_that_has_lost_its_index_is_found() throws SQLException {
        String index = "access_entry_organisation_id_reader_id_idx";
        String made = database.query("select pg_get_indexdef('" + index + "'::regclass)")
                .get(0);
        database.execute("drop index " + index);
        try {
            AssertionError found = assertThrows(
                    AssertionError.class,
                    () -> requireFew(
                            "getMyData", () -> asks.get("getMyData").answer().get()));
            assertTrue(found.getMessage().contains("of access_entry"), found.getMessage());
        } finally {
            database.execute(made);
        }
    }

    private void requireFew(String asked, Runnable work) {
        AtomicReference<Map<String, Long>> read = new AtomicReference<>();
        Set<String> sent = CountedStatements.during(() -> read.set(rows.during(work)));
        Map<String, Long> many = new LinkedHashMap<>(read.get());
        many.values().removeIf(rows -> rows <= MOST);
        many.remove(SAYS_HOW_MANY.get(asked));
        if (!many.isEmpty()) {
            fail(asked + " reads more than it tells of" + told(many, sent));
        }
    }

    private static Stream<String> about(String table, Set<String> sent) {
        Pattern named = Pattern.compile("\\b" + table + "\\b");
        return sent.stream().filter(sql -> named.matcher(sql).find());
    }

    /** Which statements it may be. What a class sends past Hibernate, as the feed does, is not among them. */
    private static String told(Map<String, Long> many, Set<String> sent) {
        StringBuilder told = new StringBuilder();
        many.forEach((table, number) -> {
            told.append("\n")
                    .append(number)
                    .append(" rows of ")
                    .append(table)
                    .append(", by one of these or past Hibernate:");
            about(table, sent).forEach(sql -> told.append("\n  ").append(sql));
        });
        return told.toString();
    }
}
