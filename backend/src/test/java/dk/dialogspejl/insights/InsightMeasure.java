package dk.dialogspejl.insights;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.time.Quarter;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * The figures of a hundred thousand rounds as a leader gets them, beside what PostgreSQL takes to count the same:
 * {@code make measure-insight}. No part of the ordinary tests.
 */
@QuarkusTest
class InsightMeasure extends ApiTest {

    private static final int ROUNDS = Integer.getInteger("insight.measure.rounds", 100_000);
    private static final int TEAMS = 300;
    private static final int PEOPLE = 12_000;
    private static final int TIMES = 5;

    @Inject
    WholeDatabase database;

    @Test
    void figures_of_a_hundred_thousand_rounds() throws Exception {
        Workplace work = given.aWorkplace();
        fill(work);
        database.execute("vacuum analyze");
        String team = work.dorte().reads("/me").extract().path("leads[0].id");
        String path = "/teams/" + team + "/insight";
        List<Double> plain = new ArrayList<>();
        List<Double> made = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            plain.add(milliseconds(() -> count(work)));
            database.execute("delete from insight_release");
            made.add(milliseconds(() -> work.dorte().reads(path).statusCode(200)));
            read.add(milliseconds(() -> work.dorte().reads(path).statusCode(200)));
        }
        String figures = database.query("select count(*) from insight_figure").get(0);
        System.out.printf(
                "Insight over %d rounds of %d people in %d teams, four quarters: plain SQL %.0f ms, made and stored by the"
                        + " service %.0f ms (%s figures), ratio %.2f; read again %.0f ms, ratio %.2f%n",
                ROUNDS,
                PEOPLE,
                TEAMS,
                median(plain),
                median(made),
                figures,
                median(made) / median(plain),
                median(read),
                median(read) / median(plain));
        assertTrue(Integer.parseInt(figures) > TEAMS, figures);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double milliseconds(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e6;
    }

    /** By the owner of everything, past row-level security: nothing but the statement. */
    private int count(Workplace work) throws SQLException {
        int rows = 0;
        try (Connection connection = database.open()) {
            for (Quarter quarter : Quarter.endedBefore(LocalDate.now(), ReleaseInsight.QUARTERS)) {
                String statement = CountPeople.COUNTS
                        .replace(":begins", "timestamptz '" + quarter.begins() + "'")
                        .replace(":ends", "timestamptz '" + quarter.ends() + "'");
                try (var counts = connection.createStatement().executeQuery(statement)) {
                    while (counts.next()) {
                        rows++;
                    }
                }
            }
        }
        assertTrue(rows > TEAMS, rows + " rows");
        return rows;
    }

    private void fill(Workplace work) throws SQLException {
        String organisation = "'" + work.organisation() + "'::uuid";
        String quarters = "'"
                + Quarter.endedBefore(LocalDate.now(), ReleaseInsight.QUARTERS)
                        .get(3)
                        .begins() + "'::timestamptz";
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local session_replication_role = replica");
                statement.execute("select setseed(0.5)");
                statement.execute("create temporary table teams on commit drop as select n, uuidv7() as id"
                        + " from generate_series(0, " + (TEAMS - 1) + ") n");
                statement.execute("insert into team (organisation_id, id, name) select " + organisation
                        + ", id, 'Team ' || n from teams");
                statement.execute("create temporary table crowd on commit drop as select n, uuidv7() as id"
                        + " from generate_series(0, " + (PEOPLE - 1) + ") n");
                statement.execute("insert into person (organisation_id, id, name, team_id, roles, active) select "
                        + organisation + ", c.id, 'Kollega ' || c.n, t.id, array ['EMPLOYEE'], true from crowd c"
                        + " join teams t on t.n = c.n % " + TEAMS);
                statement.execute(
                        "create temporary table many on commit drop as select i as n, uuidv7() as round, uuidv7() as summary,"
                                + " c.id as person, " + quarters
                                + " + random() * interval '360 days' as at, random() < 0.5 as closed"
                                + " from generate_series(0, " + (ROUNDS - 1) + ") as one (i) join crowd c on c.n = i % "
                                + PEOPLE);
                statement.execute(
                        "insert into round (organisation_id, id, version, kind, status, evaluatee_id, partner_id,"
                                + " partner_answer, guide_version_id, evaluatee_knows_guide, partner_knows_guide, mode,"
                                + " carried_focus_points, talk_sequence, created_at) select " + organisation
                                + ", round, 1, 'SELF_EVALUATED', 'CONCLUDED', person, '"
                                + work.bo().id()
                                + "', 'ACCEPTED', (select id from guide_version where organisation_id = " + organisation
                                + " limit 1), true, true, 'WITHOUT_VIDEO', '{}', 0, at - random() * interval '80 days' from many");
                statement.execute("insert into step_taken (organisation_id, id, round_id, step, from_status, to_status,"
                        + " taken_by_id, taken_at) select " + organisation
                        + ", uuidv7(), round, step, 'PREPARING', 'PREPARING',"
                        + " person, at from many, unnest(array ['INVITE', 'ACCEPT', 'CONFIRM', 'START', 'FINISH_DIALOGUES',"
                        + " 'OPEN_DISCUSSION', 'APPROVE', 'CONCLUDE', 'CLOSE']) step where step <> 'CLOSE' or closed");
                statement.execute("insert into summary (organisation_id, id, round_id, revision, worked_well, learning,"
                        + " follow_up_how, concluded_at, follow_up_revision) select " + organisation
                        + ", summary, round, 1, repeat('Roen fra start. ', 10), 'Pausen.', 'Kaffe', at, 0 from many");
                statement.execute(
                        "insert into focus_point (organisation_id, id, summary_id, position, text, note, topic, status)"
                                + " select " + organisation
                                + ", uuidv7(), summary, position, 'Slip skærmen mens borgeren taler', '',"
                                + " (array ['welcome', 'needs', 'advice', 'closing'])[1 + floor(random() * 4)::int],"
                                + " case when closed then (array ['KEPT_GOING', 'IN_PROGRESS', 'LET_GO'])[1 + floor(random() * 3)::int]"
                                + " end from many, generate_series(0, 1) position");
            }
            connection.commit();
        }
    }
}
