package dk.dialogspejl.integration;

import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import java.sql.Connection;
import java.sql.SQLException;

/** More concluded rounds than anybody could play: made by SQL, as the triggers of the feed see it. */
final class SummaryCrowd {

    private final Workplace work;
    private final WholeDatabase database;

    private SummaryCrowd(Workplace work, WholeDatabase database) {
        this.work = work;
        this.database = database;
    }

    static SummaryCrowd at(Workplace work, WholeDatabase database) {
        return new SummaryCrowd(work, database);
    }

    /** So many people, each with a concluded summary that is shared with HR. */
    SummaryCrowd share(int people) throws SQLException {
        conclude(people);
        database.execute("update summary set shared_at = '2026-02-02T08:00:00Z' where organisation_id = '"
                + work.organisation() + "' and shared_at is null");
        analyze();
        return this;
    }

    /** The same past the triggers, for a million. */
    SummaryCrowd shareAtOnce(int people) throws SQLException {
        conclude(people);
        database.executeUnchecked("update summary set shared_at = '2026-02-02T08:00:00Z' where organisation_id = '"
                + work.organisation() + "'; insert into shared_summary (organisation_id,"
                + " summary_id, team_id, concluded_at, revision, changed_in, changed_at) select s.organisation_id, s.id,"
                + " p.team_id, s.concluded_at, 1, pg_current_xact_id(), '2026-02-02T08:00:00Z' from summary s"
                + " join round r on r.id = s.round_id join person p on p.id = r.evaluatee_id"
                + " where s.organisation_id = '" + work.organisation() + "'");
        analyze();
        return this;
    }

    /** So many people, every other in Anna's team and in Bo's, each with a concluded summary. */
    SummaryCrowd conclude(int people) throws SQLException {
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            String organisation = "'" + work.organisation() + "'::uuid";
            try (var statement = connection.createStatement()) {
                // Nothing is to be checked or told of yet, and there may be a million.
                statement.execute("set local session_replication_role = replica");
                statement.execute("create temporary table crowd on commit drop as"
                        + " select n, uuidv7() as person, uuidv7() as round, uuidv7() as summary"
                        + " from generate_series(1, " + people + ") as n");
                statement.execute(
                        "insert into person (organisation_id, id, name, employee_number, team_id, roles, active)"
                                + " select " + organisation
                                + ", person, 'Medarbejder ' || n, 'N' || person, case when n % 2 = 0 then "
                                + teamOf(work.anna()) + " else " + teamOf(work.bo())
                                + " end, array ['EMPLOYEE'], true from crowd");
                statement.execute("insert into round (organisation_id, id, version, kind, status, evaluatee_id,"
                        + " partner_id, partner_answer, guide_version_id, evaluatee_knows_guide, partner_knows_guide, mode,"
                        + " carried_focus_points, created_at) select " + organisation + ", round, 1, 'SELF_EVALUATED',"
                        + " 'CONCLUDED', person, '" + work.cecilie().id() + "', 'ACCEPTED', (select v.id from"
                        + " guide_version v where v.organisation_id = " + organisation + " limit 1), true, true,"
                        + " 'WITHOUT_VIDEO', '{}', now() from crowd");
                statement.execute("insert into summary (organisation_id, id, round_id, revision, worked_well, learning,"
                        + " follow_up_how, follow_up_on, concluded_at, follow_up_revision) select " + organisation
                        + ", summary, round, 1, 'Roen og øjenkontakten fra start, nummer ' || n || '. ' || repeat('Der var"
                        + " tid til at lytte. ', 4), 'Vi prøver pausen af på teammødet.', 'En kop kaffe og et kvarter',"
                        + " '2026-03-01', '2026-02-01T09:45:00Z', 0 from crowd");
                statement.execute("insert into focus_point (organisation_id, id, summary_id, position, text, note)"
                        + " select " + organisation + ", uuidv7(), summary, position,"
                        + " 'Slip skærmen mens borgeren taler', '' from crowd, generate_series(0, 1) as position");
            }
            connection.commit();
        }
        analyze();
        return this;
    }

    /** As the database does by itself, some time after so much was changed: until then it reads as if there were little. */
    private void analyze() throws SQLException {
        database.execute("analyze person, round, summary, focus_point, shared_summary");
    }

    private static String teamOf(Employee employee) {
        return "(select team_id from person where id = '" + employee.id() + "')";
    }
}
