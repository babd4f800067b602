package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** PostgreSQL itself keeps organisations apart, whatever the code above it forgets. */
@QuarkusTest
class RowLevelSecurityTest extends ApiTest {

    /** The tables that belong to no organisation, each with the reason in its change set; Liquibase's own aside. */
    private static final Set<String> OUTSIDE_TENANCY = Set.of(
            "organisation",
            "login_directory",
            "provider_directory",
            "signing_key",
            "rate_limit",
            "attempts",
            "link_request",
            "webhook_queue",
            "feed_epoch",
            "digest");

    @Inject
    AgroalDataSource pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String application;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "quarkus.liquibase.username")
    String owner;

    @ConfigProperty(name = "quarkus.liquibase.password")
    String ownerPassword;

    @Test
    void without_an_organisation_there_are_no_rows() throws SQLException {
        given.aRound().reflected();
        try (Connection connection = DriverManager.getConnection(url, application, password)) {
            for (String table : tenantTables(connection)) {
                assertEquals(List.of("0"), query(connection, "select count(*) from " + table), table);
            }
        }
    }

    @Test
    void an_organisation_sees_its_own_rows_and_cannot_write_anothers() throws SQLException {
        RoundStory round = given.aRound().invited();
        Workplace elsewhere = given.aWorkplace();
        try (Connection connection = DriverManager.getConnection(url, application, password)) {
            connection.setAutoCommit(false);
            enter(connection, elsewhere.organisation());
            assertEquals(List.of("0"), query(connection, "select count(*) from round where id = '" + round.id() + "'"));
            assertEquals(0, connection.createStatement().executeUpdate("update round set status = 'CANCELLED'"));
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> connection
                            .createStatement()
                            .execute("insert into team (organisation_id, id, name) values ('"
                                    + round.workplace().organisation() + "', gen_random_uuid(), 'x')"));
            assertEquals("42501", refused.getSQLState());
            connection.rollback();
            enter(connection, round.workplace().organisation());
            assertEquals(List.of("1"), query(connection, "select count(*) from round where id = '" + round.id() + "'"));
        }
    }

    @Test
    void one_pooled_connection_that_alternates_between_organisations_never_leaks() throws SQLException {
        Workplace one = given.aWorkplace();
        Workplace other = given.aWorkplace();
        var configuration = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pooled -> pooled.maxSize(1)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(application))
                                .credential(new SimplePassword(password))));
        try (AgroalDataSource single = AgroalDataSource.from(configuration)) {
            for (int turn = 0; turn < 100; turn++) {
                Workplace current = turn % 2 == 0 ? one : other;
                try (Connection connection = single.getConnection()) {
                    connection.setAutoCommit(false);
                    enter(connection, current.organisation());
                    assertEquals(
                            List.of(current.organisation().toString()),
                            query(connection, "select distinct organisation_id from person"));
                    if (turn % 3 == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                    }
                }
                try (Connection connection = single.getConnection()) {
                    assertEquals(
                            List.of("0"), query(connection, "select count(*) from person"), "nothing is left behind");
                }
            }
        }
    }

    @Test
    void two_organisations_on_the_services_own_pool_never_see_each_other() {
        Workplace one = given.aWorkplace();
        Workplace other = given.aWorkplace();
        for (int turn = 0; turn < 25; turn++) {
            one.anna()
                    .reads("/people?query=bo")
                    .body("id", org.hamcrest.Matchers.contains(one.bo().id().toString()));
            other.anna()
                    .reads("/people?query=bo")
                    .body("id", org.hamcrest.Matchers.contains(other.bo().id().toString()));
        }
    }

    @Test
    void what_asks_each_organisation_leaves_the_transaction_in_its_own() throws SQLException {
        UUID mine = given.aRound().held().writes("welcome", "Mit").workplace().organisation();
        UUID another =
                given.aRound().held().writes("welcome", "Også mit").workplace().organisation();
        try (Connection connection = DriverManager.getConnection(url, application, password)) {
            connection.setAutoCommit(false);
            for (String each : List.of("erasures_in_each_organisation()", "master_keys_in_each_organisation()")) {
                enter(connection, mine);
                query(connection, "select count(*) from " + each);
                assertEquals(
                        List.of(mine.toString()),
                        query(connection, "select distinct organisation_id from person"),
                        each);
                connection.commit();
                query(connection, "select count(*) from " + each);
                assertEquals(List.of("0"), query(connection, "select count(*) from person"), each);
                connection.commit();
            }
            assertEquals(
                    List.of("2"),
                    query(
                            connection,
                            "select count(distinct organisation_id) from master_keys_in_each_organisation()"
                                    + " where organisation_id in ('" + mine + "', '" + another + "')"));
        }
    }

    @Test
    void every_tenant_table_forces_row_level_security() throws SQLException {
        try (Connection connection = asOwner()) {
            Set<String> all = new TreeSet<>(query(
                    connection,
                    "select relname from pg_class"
                            + " where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace"
                            + " and relname not like 'databasechangelog%'"));
            Set<String> forced = new TreeSet<>(
                    query(
                            connection,
                            "select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid"
                                    + " where c.relrowsecurity and c.relforcerowsecurity and p.polcmd = '*' and p.polpermissive"
                                    + " and pg_get_expr(p.polqual, c.oid) = '(organisation_id = current_organisation())'"
                                    + " and pg_get_expr(p.polwithcheck, c.oid) = '(organisation_id = current_organisation())'"));
            Set<String> expected = new TreeSet<>(all);
            expected.removeAll(OUTSIDE_TENANCY);
            assertFalse(expected.isEmpty());
            assertEquals(expected, forced);
        }
    }

    @Test
    void the_application_owns_nothing_and_cannot_bypass_its_limits() throws SQLException {
        try (Connection connection = asOwner()) {
            assertEquals(
                    List.of("0"),
                    query(connection, "select count(*) from pg_class where relowner = 'dialogspejl_app'::regrole"));
            assertEquals(
                    List.of("f"),
                    query(
                            connection,
                            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                                    + " from pg_roles where rolname = 'dialogspejl_app'"));
            assertEquals(List.of("dialogspejl_app"), List.of(application));
        }
        try (Connection connection = DriverManager.getConnection(url, application, password)) {
            for (String forbidden : List.of(
                    "update step_taken set note = 'x'",
                    "delete from step_taken",
                    "update erasure set erased_at = now()",
                    "delete from erasure",
                    "update audit_entry set times = 1",
                    "delete from audit_entry",
                    "update guide_version set number = 2",
                    "alter table round disable row level security",
                    "create table mine (id int)",
                    "truncate reflection")) {
                SQLException refused = assertThrows(
                        SQLException.class, () -> connection.createStatement().execute(forbidden));
                assertEquals("42501", refused.getSQLState(), forbidden);
            }
        }
    }

    @Test
    void the_embedded_server_keeps_what_it_has_acknowledged_and_wants_a_password() throws SQLException {
        try (Connection connection = asOwner()) {
            assertEquals(List.of("on"), query(connection, "show fsync"));
            assertEquals(List.of("on"), query(connection, "show full_page_writes"));
            assertTrue(Integer.parseInt(
                            query(connection, "show server_version_num").get(0))
                    >= 180000);
        }
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url, owner, "wrong"));
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url, application, "wrong"));
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword);
    }

    private static List<String> tenantTables(Connection connection) throws SQLException {
        return query(connection, "select relname from pg_class where relforcerowsecurity");
    }

    private static void enter(Connection connection, UUID organisation) throws SQLException {
        query(connection, "select set_config('dialogspejl.organisation', '" + organisation + "', true)");
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
