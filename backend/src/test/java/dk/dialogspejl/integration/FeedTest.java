package dk.dialogspejl.integration;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.WholeDatabase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;

/** A test of the feed, which needs ids that nobody is told, and changes that no page offers. */
abstract class FeedTest extends ApiTest {

    @Inject
    WholeDatabase database;

    UUID summary(RoundStory round) throws SQLException {
        return UUID.fromString(database.query("select id from summary where round_id = '" + round.id() + "'")
                .get(0));
    }

    UUID team(Employee employee) throws SQLException {
        return UUID.fromString(database.query("select team_id from person where id = '" + employee.id() + "'")
                .get(0));
    }

    void moves(Employee employee, UUID team) throws SQLException {
        database.execute("update person set team_id = '" + team + "' where id = '" + employee.id() + "'");
    }
}
