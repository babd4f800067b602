package dk.dialogspejl.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Retention at its real size: 100,000 rounds, the built service, and {@code kill -9} in the middle of the night. Not among
 * the ordinary tests; {@code make drill-retention} runs it.
 */
class RetentionDrill {

    private static final int ROUNDS = 100_000;

    /** Young ones, as many in the middle, and twice as many old ones. */
    private static final long QUARTER = ROUNDS / 4;

    /** Words, dialogues, notes and summaries that are due, and rounds. */
    private static final long DUE = 3 * QUARTER * 3 + 2 * QUARTER * 2;

    private static final int KILLS = 4;

    /** Of this drill alone. */
    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final String ORGANISATION = "00000000-0000-7000-8000-000000000001";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private EmbeddedPostgres database;
    private long begun;

    @Test
    void a_night_that_is_killed_goes_on_in_the_next_and_removes_just_what_is_due() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            database = server;
            execute("create role dialogspejl_owner login createrole password 'drill'");
            execute("alter database postgres owner to dialogspejl_owner");
            execute("grant create on schema public to dialogspejl_owner");

            Process night = service("0 0 0 1 1 ? 2099"); // makes the tables
            await(() -> count("databasechangelog where id = 'retention'") == 3);
            await(() -> count("signing_key") == 1);
            kill(night);
            seed();
            tell("%d rounds seeded, %d pieces due", ROUNDS, DUE);

            for (int kill = 1; kill <= KILLS; kill++) {
                long before = due();
                night = service("*/2 * * * * ?");
                long enough = before - DUE / (KILLS + 1);
                await(() -> due() <= enough);
                kill(night);
                tell("killed: %d of %d pieces still due", due(), DUE);
                assertTrue(due() > 0, "killed in the middle");
                assertEquals(0, due() % RemoveWhatIsDue.BATCH, "whole batches only");
                nothingYoungIsGone();
            }

            night = service("*/2 * * * * ?");
            await(() -> due() == 0);
            tell("done");
            Thread.sleep(5_000); // nights that find nothing
            kill(night);
            nothingYoungIsGone();
            assertEquals(0, count("round where age_class(id) = 'old'"));
            assertEquals(2 * QUARTER, count("round"));
            assertEquals(2 * QUARTER, count("summary"));
            assertEquals(2 * QUARTER, count("step_taken"));
            assertEquals(QUARTER, count("dialogue"));
            assertEquals(QUARTER, count("reflection"));
            assertEquals(QUARTER, count("partner_feedback where note is not null"));
        }
    }

    /** The first three also of those in the middle. */
    private long due() {
        return count("reflection f join dialogue d on d.id = f.dialogue_id"
                        + " where age_class(d.round_id) <> 'young' and f.words is not null")
                + count("dialogue where age_class(round_id) <> 'young'")
                + count("partner_feedback where age_class(round_id) <> 'young' and note is not null")
                + count("summary where age_class(round_id) = 'old'")
                + count("round where age_class(id) = 'old'");
    }

    private void nothingYoungIsGone() {
        assertEquals(QUARTER, count("round where age_class(id) = 'middle'"));
        assertEquals(QUARTER, count("summary where age_class(round_id) = 'middle'"));
        assertEquals(QUARTER, count("round where age_class(id) = 'young'"));
        assertEquals(QUARTER, count("summary where age_class(round_id) = 'young'"));
        assertEquals(QUARTER, count("partner_feedback where age_class(round_id) = 'young' and note is not null"));
        assertEquals(
                QUARTER,
                count("reflection f join dialogue d on d.id = f.dialogue_id"
                        + " where age_class(d.round_id) = 'young' and f.words is not null"));
    }

    /** Rounds whose ids tell their age: by the first digit of the last group. */
    private void seed() throws SQLException {
        execute("""
                create function age_class(id uuid) returns text language sql immutable as
                    $$ select case when substr(id::text, 25, 1) in ('0', '1') then 'old'
                        when substr(id::text, 25, 1) = '2' then 'middle' else 'young' end $$""");
        execute("insert into organisation values ('%s', 'Stor Kommune', now())".formatted(ORGANISATION));
        for (int person = 1; person <= 2; person++) {
            execute(
                    "insert into person (organisation_id, id, name, roles, active) values ('%s', '%s', 'P', '{EMPLOYEE}', true)"
                            .formatted(ORGANISATION, id("1", person)));
        }
        execute("insert into guide values ('%s', '%s', null)".formatted(ORGANISATION, id("2", 1)));
        execute("insert into guide_version values ('%s', '%s', '%s', 1, now(), 'G', 'G', '{welcome}', '{}', '{}')"
                .formatted(ORGANISATION, id("3", 1), id("2", 1)));
        execute("""
                create table seeded as
                select '%s'::uuid as organisation_id,
                    ('00000000-0000-7000-8000-' || n %% 4 || lpad(n::text, 11, '0'))::uuid as id,
                    now() - case n %% 4 when 2 then interval '20 months' when 3 then interval '2 months'
                        else interval '40 months' end as at
                from generate_series(1, %d) n""".formatted(ORGANISATION, ROUNDS));
        execute("""
                insert into round (organisation_id, id, version, kind, status, evaluatee_id, partner_id, partner_answer,
                    guide_version_id, evaluatee_knows_guide, partner_knows_guide, mode, carried_focus_points, created_at)
                select organisation_id, id, 0, 'SELF_EVALUATED', 'FOLLOWED_UP', '%s', '%s', 'ACCEPTED', '%s', true, true,
                    'WITHOUT_VIDEO', '{}', at from seeded""".formatted(id("1", 1), id("1", 2), id("3", 1)));
        execute("""
                insert into step_taken (organisation_id, id, round_id, step, to_status, taken_by_id, taken_at)
                select organisation_id, gen_random_uuid(), id, 'CLOSE', 'FOLLOWED_UP', '%s', at from seeded""".formatted(id("1", 1)));
        execute("""
                insert into dialogue (organisation_id, id, version, round_id, held_at, channel, label, shared_topics)
                select organisation_id, gen_random_uuid(), 0, id, at, 'COUNTER', 'Pas', '{}' from seeded""");
        execute("""
                insert into reflection (organisation_id, id, version, dialogue_id, topic, words, blank, written_at)
                select organisation_id, gen_random_uuid(), 0, id, 'welcome', 'sealed', false, held_at from dialogue""");
        execute("""
                insert into partner_feedback (organisation_id, id, version, round_id, topic, note,
                    questions_shared, feedback_shared)
                select organisation_id, gen_random_uuid(), 0, id, 'welcome', 'sealed', false, false from seeded""");
        execute("""
                insert into summary (organisation_id, id, round_id, revision, worked_well, learning, follow_up_how,
                    follow_up_revision)
                select organisation_id, gen_random_uuid(), id, 1, 'ro', 'ro', 'ro', 0 from seeded""");
        execute("analyze");
    }

    private static String id(String kind, int number) {
        return "00000000-0000-7000-800" + kind + "-" + "%012d".formatted(number);
    }

    private Process service(String cron) throws IOException {
        ProcessBuilder java =
                new ProcessBuilder(Path.of("launch").toAbsolutePath().toString(), "-Xmx512m");
        java.environment().put("DATABASE_URL", "postgresql://127.0.0.1:" + database.getPort() + "/postgres");
        java.environment().put("DATABASE_USER", "dialogspejl_owner");
        java.environment().put("DATABASE_PASSWORD", "drill");
        java.environment().put("DIALOGSPEJL_RETENTION_CRON", cron);
        java.environment().put("DIALOGSPEJL_DEMO", "false");
        java.environment().put("DIALOGSPEJL_MASTER_KEY", MASTER_KEY);
        java.environment()
                .put(
                        "DIALOGSPEJL_ERASURE_LEDGER",
                        folder.resolve("erasures.ndjson").toString());
        java.environment().put("PORT", "0");
        java.redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(Path.of("target"), "retention-drill-", ".log")
                        .toFile());
        begun = System.nanoTime();
        return java.start();
    }

    /** With SIGKILL, and waits for it to be gone. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(137, process.exitValue());
    }

    private void await(BooleanSupplier come) throws InterruptedException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!come.getAsBoolean()) {
            assertTrue(System.nanoTime() < patience, "waited " + PATIENCE);
            Thread.sleep(100);
        }
    }

    /** 0 also where the table is not there yet. */
    private long count(String rows) {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                ResultSet counted = connection.createStatement().executeQuery("select count(*) from " + rows)) {
            counted.next();
            return counted.getLong(1);
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState())) {
                return 0;
            }
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(statement);
        }
    }

    private void tell(String what, Object... numbers) {
        System.out.printf(
                "%s; %.1f s since the service was started%n",
                what.formatted(numbers), (System.nanoTime() - begun) / 1_000_000_000.0);
    }
}
