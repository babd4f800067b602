package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrokenConnectionsTest extends ApiTest {

    private static final int SEVERAL = 5;

    @Inject
    DataSource dataSource;

    @Test
    void nobody_is_given_a_connection_that_has_broken_while_it_was_idle() throws Exception {
        Set<Integer> idle = idle();
        try (Connection other = dataSource.getConnection()) {
            idle.remove(process(other));
            for (int process : idle) {
                end(process, other);
            }
        }
        Thread.sleep(200); // idle for long enough to be asked
        Set<Integer> given = idle();
        given.retainAll(idle);
        assertEquals(Set.of(), given);
    }

    @Test
    void when_one_connection_breaks_those_that_are_idle_are_made_anew() throws Exception {
        Set<Integer> idle = idle();
        int broken;
        try (Connection breaking = dataSource.getConnection();
                Connection other = dataSource.getConnection()) {
            broken = process(breaking);
            idle.remove(broken);
            idle.remove(process(other));
            assertFalse(idle.isEmpty());
            end(broken, other);
            assertFalse(answers(breaking));
        }
        for (int tries = 0; areThere(idle) && tries < 50; tries++) {
            Thread.sleep(100);
        }
        assertFalse(areThere(idle));
    }

    @Test
    void the_metrics_tell_how_many_connections_the_pool_has() throws Exception {
        idle();
        String metrics = RestAssured.get("/q/metrics").asString();
        assertTrue(metrics.contains("agroal_available_count"), metrics);
    }

    /** Has several connections made, and answers of which processes of the server's they are. */
    private Set<Integer> idle() throws SQLException {
        Set<Integer> processes = new HashSet<>();
        List<Connection> taken = new ArrayList<>();
        try {
            for (int one = 0; one < SEVERAL; one++) {
                taken.add(dataSource.getConnection());
                processes.add(process(taken.get(one)));
            }
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        return processes;
    }

    private boolean areThere(Set<Integer> processes) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var there = connection.prepareStatement("select from pg_stat_activity where pid = any (?)")) {
            there.setArray(1, connection.createArrayOf("int", processes.toArray()));
            try (var rows = there.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static int process(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static boolean answers(Connection connection) {
        try {
            return process(connection) != 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void end(int process, Connection other) throws SQLException {
        try (var statement = other.prepareStatement("select pg_terminate_backend(?, 1000)")) {
            statement.setInt(1, process);
            statement.executeQuery();
        }
    }
}
