package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.WholeDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each organisation could lie on one of several machines, as Citus spreads tables by a column: the catalogue is held to what
 * that asks of keys. What else it takes is in {@code docs/scaling.md}. An exception that is none any more fails as a new one
 * does.
 */
@QuarkusTest
class DistributionTest extends ApiTest {

    /** The same on every machine: small, seldom written, and referred to by organisations' tables or asked of with them. */
    private static final Map<String, String> REFERENCE = Map.of(
            "organisation", "every table of an organisation refers to it",
            "login_directory",
                    "says whose a login is, before anything else is known; accounts and API clients refer to it",
            "provider_directory", "the same of providers",
            "feed_epoch", "one row, which is read together with an API client");

    /** On one machine alone: nothing of an organisation refers to them or is asked of with them. */
    private static final Map<String, String> LOCAL = Map.of(
            "signing_key", "signs for all",
            "rate_limit", "counts before anybody is known",
            "attempts", "counts before anybody is known",
            "link_request", "mails to addresses that may be nobody's; claimed among all",
            "digest", "mails that are due, claimed among all",
            "databasechangelog", "Liquibase's");

    /** With its organisation, though asked of among all and so without row-level security. */
    private static final Map<String, String> BESIDE_TENANCY =
            Map.of("webhook_queue", "what is due is looked for among all; it is taken within one");

    /** An index need not begin with the organisation to be spread, but is then looked through on every machine. */
    private static final Map<String, String> INDEXES_FOR_ALL = Map.of(
            "webhook_queue webhook_queue_due_at_idx", "what is due is looked for among all",
            "webhook_queue webhook_queue_delivery_id_idx", "the previous release's, and goes with the next",
            "webhook_queue webhook_queue_webhook_id_due_at_idx", "the previous release's, and goes with the next");

    private static final String TEAM_GOES =
            "what a team has had outlives it; Citus refuses to empty a column by a key that"
                    + " the organisation is part of, so there the application has to empty it before it deletes a team";

    private static final Map<String, String> KEYS_THAT_EMPTY = Map.of(
            "round_series round_series_organisation_id_team_id_fkey", TEAM_GOES,
            "learning learning_organisation_id_team_id_fkey", TEAM_GOES,
            "learning_pool learning_pool_organisation_id_team_id_fkey", TEAM_GOES);

    private static final Map<String, String> WITHOUT_A_PRIMARY_KEY = Map.of(
            "summary_handed_over",
            "a key would cost more than its row; moving an organisation halts writing to it meanwhile");

    /** The tables that are spread. */
    private static final String SPREAD = " (t.relforcerowsecurity or t.relname in ("
            + BESIDE_TENANCY.keySet().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")) + ")) ";

    private static final String COLUMN = " (select attname from pg_attribute where attrelid = %s and attnum = %s) ";

    /** Constraints of tables that are spread. */
    private static final String KEYS =
            "select t.relname || ' ' || c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid"
                    + " left join pg_class other on other.oid = c.confrelid where" + SPREAD + "and ";

    private static final String WITHOUT_THE_COLUMN =
            "select t.relname from pg_class t where t.relkind in ('r', 'p') and" + SPREAD
                    + "and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'organisation_id'"
                    + " and a.attnotnull and a.atttypid = 'uuid'::regtype)";

    private static final String KEYS_OF_OTHERS = KEYS + "c.contype in ('p', 'u', 'x', 'f') and"
            + COLUMN.formatted("t.oid", "c.conkey[1]") + "<> 'organisation_id'";

    /** Two tables are kept together only by the organisation, in the same place of the key. */
    private static final String KEYS_THAT_LEAD_ELSEWHERE = KEYS
            + "c.contype = 'f' and not (other.relname in (%s) or other.relforcerowsecurity and"
                    .formatted(REFERENCE.keySet().stream()
                            .map(name -> "'" + name + "'")
                            .collect(Collectors.joining(", ")))
            + COLUMN.formatted("other.oid", "c.confkey[1]") + "= 'organisation_id')";

    private static final String KEYS_THAT_CHANGE_ROWS =
            KEYS + "c.contype = 'f' and (c.confdeltype in ('n', 'd') or c.confupdtype in ('c', 'n', 'd'))";

    private static final String INDEXES_OF_OTHERS =
            "select t.relname || ' ' || i.indexrelid::regclass from pg_index i join pg_class t on t.oid = i.indrelid where"
                    + SPREAD + "and coalesce(" + COLUMN.formatted("t.oid", "i.indkey[0]")
                    + ", '') <> 'organisation_id'";

    private static final String NO_PRIMARY_KEY = "select t.relname from pg_class t where t.relkind in ('r', 'p') and"
            + SPREAD + "and not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')";

    private static final String TAKEN_FOR_SMALL =
            "select t.relname from pg_class t where t.relforcerowsecurity and not exists (select from pg_attribute a"
                    + " where a.attrelid = t.oid and a.attname = 'organisation_id' and a.attoptions @> '{n_distinct=10}')";

    /** What is on one machine, or the same on all, cannot refer to what is spread. */
    private static final String KEYS_FROM_OUTSIDE =
            "select from_table.relname || ' ' || c.conname from pg_constraint c join pg_class t on t.oid = c.confrelid"
                    + " join pg_class from_table on from_table.oid = c.conrelid where c.contype = 'f' and" + SPREAD
                    + "and not (" + SPREAD.replace("t.rel", "from_table.rel") + ")";

    @Inject
    WholeDatabase database;

    @Test
    void every_table_outside_tenancy_has_its_place() throws SQLException {
        Set<String> outside = found("select relname from pg_class where relkind in ('r', 'p')"
                + " and relnamespace = 'public'::regnamespace and not relforcerowsecurity");
        assertEquals(
                Stream.of(REFERENCE, LOCAL, BESIDE_TENANCY)
                        .flatMap(tables -> tables.keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                outside);
    }

    @Test
    void every_key_of_what_is_spread_begins_with_the_organisation() throws SQLException {
        assertEquals(Set.of(), found(WITHOUT_THE_COLUMN));
        assertEquals(Set.of(), found(KEYS_OF_OTHERS));
        assertEquals(INDEXES_FOR_ALL.keySet(), found(INDEXES_OF_OTHERS));
        assertEquals(WITHOUT_A_PRIMARY_KEY.keySet(), found(NO_PRIMARY_KEY));
    }

    @Test
    void a_foreign_key_stays_within_the_organisation_or_leads_to_what_is_everywhere() throws SQLException {
        assertEquals(Set.of(), found(KEYS_THAT_LEAD_ELSEWHERE));
        assertEquals(Set.of(), found(KEYS_FROM_OUTSIDE));
        assertEquals(KEYS_THAT_EMPTY.keySet(), found(KEYS_THAT_CHANGE_ROWS));
    }

    /** However many organisations there are: by their number alone each would be taken to have next to nothing. */
    @Test
    void statements_are_planned_for_an_organisation_that_has_much_of_each_table() throws SQLException {
        assertEquals(Set.of(), found(TAKEN_FOR_SMALL));
    }

    /** In a transaction that is taken back: a table that keeps no rule is found by each of them. */
    @Test
    void what_could_not_be_spread_is_found() throws SQLException {
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("create table stray (id uuid, team_id uuid, name text, organisation_id uuid,"
                        + " unique (id), unique (organisation_id, id), primary key (name))");
                statement.execute("create index stray_lower on stray (lower(name), organisation_id)");
                statement.execute("create table stray_line (organisation_id uuid not null, stray_id uuid, team_id uuid,"
                        + " constraint crosswise foreign key (organisation_id, stray_id) references stray (id, organisation_id)"
                        + " on delete cascade, constraint emptying foreign key (organisation_id, team_id)"
                        + " references team (organisation_id, id) on delete set null)");
                statement.execute("create table aside (id uuid references stray (id))");
                statement.execute("call make_tenant_table('stray', 'select')");
                statement.execute("call make_tenant_table('stray_line', 'select')");
                statement.execute("alter table stray_line alter organisation_id reset (n_distinct)");
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
            assertFound(connection, WITHOUT_THE_COLUMN, "stray");
            assertFound(connection, KEYS_OF_OTHERS, "stray stray_pkey", "stray stray_id_key");
            assertFound(connection, INDEXES_OF_OTHERS, "stray stray_lower", "stray stray_pkey");
            assertFound(connection, NO_PRIMARY_KEY, "stray_line");
            assertFound(connection, KEYS_THAT_LEAD_ELSEWHERE, "stray_line crosswise");
            assertFound(connection, TAKEN_FOR_SMALL, "stray_line");
            assertFound(connection, KEYS_THAT_CHANGE_ROWS, "stray_line emptying");
            assertFound(connection, KEYS_FROM_OUTSIDE, "aside aside_id_fkey");
            connection.rollback();
        }
    }

    private Set<String> found(String rule) throws SQLException {
        return new TreeSet<>(database.query(rule));
    }

    private static void assertFound(Connection connection, String rule, String... offenders) throws SQLException {
        Set<String> missing = new TreeSet<>(Set.of(offenders));
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(rule)) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        assertEquals(Set.of(), missing, rule);
    }
}
