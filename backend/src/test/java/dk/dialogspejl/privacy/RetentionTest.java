package dk.dialogspejl.privacy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.privacy.NightlyRetention.Mode;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Canary;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What is due goes, all of it and nothing else. */
@QuarkusTest
class RetentionTest extends ApiTest {

    private static final String RETENTION = "/retention";

    private static final Map<String, Integer> CHOICE = Map.of(
            "reflectionMonths", 6,
            "noteMonths", 6,
            "summaryMonths", 12,
            "accountMonths", 1,
            "accessLogMonths", 12,
            "auditMonths", 12);

    private final String canary = Canary.words();

    @Inject
    NightlyRetention night;

    @Inject
    WholeDatabase database;

    @Test
    void an_administrator_chooses_how_long_and_is_told_when_another_has() throws Exception {
        Employee erik = given.aWorkplace().erik();
        erik.reads(RETENTION)
                .statusCode(200)
                .body("reflectionMonths", equalTo(12))
                .body("version", equalTo(0));
        Callable<Integer> choosing =
                () -> erik.puts(RETENTION, "\"0\"", CHOICE).extract().statusCode();
        List<Integer> first = AtOnce.call(List.of(choosing, choosing));
        assertEquals(List.of(200, 412), first.stream().sorted().toList());
        erik.puts(RETENTION, "\"0\"", CHOICE).statusCode(412).body("current.summaryMonths", equalTo(12));
        erik.puts(RETENTION, null, CHOICE).statusCode(428);
        erik.puts(RETENTION, "\"1\"", Map.of("reflectionMonths", 0))
                .statusCode(400)
                .body("violations", hasSize(6));
        Map<String, Integer> tooShort = new HashMap<>(CHOICE);
        tooShort.put("accessLogMonths", 11);
        erik.puts(RETENTION, "\"1\"", tooShort).statusCode(400).body("violations.field", contains("accessLogMonths"));
    }

    @Test
    void after_a_year_reflections_and_notes_go_and_the_summary_stays() throws Exception {
        RoundStory old = aRoundFullOfWords();
        RoundStory young = RoundStory.at(old.workplace()).followedUp();
        age(old, 13);
        old.workplace()
                .erik()
                .reads(RETENTION + "/due")
                .statusCode(200)
                .body("reflections", equalTo(1))
                .body("dialogues", equalTo(1))
                .body("notes", equalTo(1))
                .body("summaries", equalTo(0));
        old.anna().reads("/dialogues/" + old.dialogue(0)).statusCode(200);

        removesWhatItCounted(old.workplace());
        old.anna().reads(old.path("/dialogues")).statusCode(200).body("", empty());
        old.bo().reads(old.path("/partner-feedback")).statusCode(200).body("topics.note.findAll { it }", empty());
        old.anna().reads(old.path("/summary")).statusCode(200).body("workedWell", equalTo(canary));
        old.anna().reads("/me/data").statusCode(200);
        young.anna().reads(young.path("/dialogues")).body("", hasSize(2));
        young.anna()
                .reads("/dialogues/" + young.dialogue(0) + "/reflections")
                .body("reflections[0].text", equalTo("Jeg så op før borgeren nåede skranken."));
    }

    @Test
    void when_its_time_is_over_no_word_of_a_round_is_anywhere_and_the_next_one_stands_alone() throws Exception {
        RoundStory old = aRoundFullOfWords();
        UUID next = old.anna()
                .creates(
                        old.path("/next"),
                        Map.of(
                                "guideId", old.workplace().guide(),
                                "partnerId", old.bo().id(),
                                "mode", "WITHOUT_VIDEO"));
        assertNotEquals(List.of(), database.dump().tablesWith(canary));
        age(old, 37);
        removesWhatItCounted(old.workplace());
        assertEquals(List.of("round"), database.dump().tablesWith(canary)); // the focus point that the next took along
        database.execute("update round set carried_focus_points = '{}' where id = '" + next + "'");
        assertEquals(List.of(), database.dump().tablesWith(canary));
        old.anna().reads(old.path("")).statusCode(404);
        old.anna().reads("/rounds/" + next).statusCode(200).body("continuesRoundId", nullValue());
        old.anna().reads("/me/data").statusCode(200).body("rounds", hasSize(1));
        old.workplace().hr().reads("/summaries").statusCode(200).body("summaries", empty());
    }

    @Test
    void a_round_that_the_access_log_speaks_of_stays_readable_without_its_words() throws Exception {
        RoundStory old = aRoundFullOfWords();
        Workplace work = old.workplace();
        work.hr().reads("/summaries").statusCode(200).body("summaries", hasSize(1));
        age(old, 37);
        removesWhatItCounted(work);
        old.anna().reads(old.path("/summary")).statusCode(404);
        for (Employee reader : List.of(old.anna(), old.bo())) {
            for (String part : List.of("", "/history", "/agreement", "/dialogues", "/partner-feedback")) {
                reader.reads(old.path(part)).statusCode(200);
            }
            reader.reads("/rounds").statusCode(200).body("", hasSize(1));
            reader.reads("/me/data").statusCode(200);
        }
        old.anna().reads("/me/access").body("", hasSize(1));
        database.execute("update hand_over set read_at = read_at - interval '25 months' where organisation_id = '"
                + work.organisation() + "'");
        Map<String, Long> removed = removesWhatItCounted(work);
        assertEquals(1, removed.get("handOvers"));
        assertEquals(0, count(work, "summary_handed_over"));
        assertEquals(1, removed.get("rounds"));
    }

    @Test
    void nothing_is_taken_from_under_somebody_who_still_writes() throws Exception {
        RoundStory round = given.aRound().reflected();
        age(round, 13);
        round.writes("needs", "I dag faldt det på plads.");
        removesWhatItCounted(round.workplace());
        round.anna().reads(round.path("/dialogues")).body("", hasSize(2));
        round.anna()
                .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                .body(
                        "reflections.find { it.topic == 'welcome' }.text",
                        equalTo("Jeg så op før borgeren nåede skranken."));
    }

    @Test
    void who_is_at_work_in_a_round_at_that_moment_is_left_alone_until_the_next_night() throws Exception {
        RoundStory round = given.aRound().reflected();
        Workplace work = round.workplace();
        age(round, 13);
        try (Connection writing = database.open()) {
            writing.setAutoCommit(false);
            writing.createStatement().execute("select from round where id = '" + round.id() + "' for share");
            assertEquals(0, night.run(work.organisation(), Mode.REMOVE).get("dialogues"));
            round.anna().reads(round.path("/dialogues")).body("", hasSize(2));
        }
        assertEquals(1, night.run(work.organisation(), Mode.REMOVE).get("dialogues"));
    }

    @Test
    void a_dialogue_and_its_round_stay_until_the_recording_is_deleted() throws Exception {
        RoundStory round = given.aRound().withVideo().reflected();
        age(round, 61);
        assertEquals(0, removesWhatItCounted(round.workplace()).get("rounds"));
        round.anna().reads(round.path("/dialogues")).body("", hasSize(2));
        round.anna()
                .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                .statusCode(200)
                .body("reflections.text.findAll { it }", empty());
        database.execute("update dialogue set recording_deleted_at = now() where round_id = '" + round.id() + "'");
        assertEquals(1, removesWhatItCounted(round.workplace()).get("rounds"));
    }

    @Test
    void nothing_to_sign_in_with_is_left_of_who_has_left_and_what_they_shared_stays_readable() throws Exception {
        RoundStory round = given.aRound().reflected().shares("welcome");
        Workplace work = round.workplace();
        String anna = "'" + round.anna().id() + "'";
        for (String row : List.of(
                "second_factor (organisation_id, id, person_id, secret, last_step) select organisation_id,"
                        + " gen_random_uuid(), id, 'x', 0",
                "recovery_code (organisation_id, id, person_id, code_hash) select organisation_id,"
                        + " gen_random_uuid(), id, 'x'",
                "one_time_link (organisation_id, id, person_id, secret_hash, expires_at) select organisation_id,"
                        + " gen_random_uuid(), id, 'x', now() + interval '1 day'")) {
            database.execute("insert into " + row + " from person where id = " + anna);
        }
        database.execute("update person set active = false where id = " + anna);
        assertEquals(0, removesWhatItCounted(work).get("accounts"));
        database.execute("update person set inactive_since = inactive_since - interval '7 months' where id = " + anna);
        assertEquals(1, removesWhatItCounted(work).get("accounts"));

        List<String> left = new ArrayList<>();
        for (String table : database.query("select table_name from information_schema.columns"
                + " where table_schema = 'public' and column_name = 'person_id'")) {
            if (!database.query("select 1 from " + table + " where person_id = " + anna)
                    .isEmpty()) {
                left.add(table);
            }
        }
        // The key opens their words to the one they chose; what they have been told has a term of its own.
        assertEquals(Set.of("person_key", "notification", "digest"), Set.copyOf(left));
        assertEquals(List.of(), database.dump().tablesWith(round.anna().email()));
        assertEquals(4, count(work, "account"));
        round.bo()
                .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                .body("reflections[0].text", equalTo("Jeg så op før borgeren nåede skranken."));
    }

    @Test
    void who_comes_back_has_not_left() throws Exception {
        Workplace work = given.aWorkplace();
        String anna = " where id = '" + work.anna().id() + "'";
        database.execute("update person set active = false" + anna);
        database.execute("update person set inactive_since = inactive_since - interval '7 months'" + anna);
        database.execute("update person set active = true" + anna);
        database.execute("update person set active = false" + anna);
        assertEquals(0, removesWhatItCounted(work).get("accounts"));
    }

    @Test
    void the_access_log_is_forgotten_when_it_is_due_and_never_before_a_year() throws SQLException {
        RoundStory round = given.aRound().reflected().shares("welcome");
        Workplace work = round.workplace();
        round.bo().reads("/dialogues/" + round.dialogue(0) + "/reflections");
        round.bo().reads("/dialogues/" + round.dialogue(0) + "/reflections");
        database.execute("update access_entry set read_at = read_at - interval '25 months'"
                + " where id = (select id from access_entry where organisation_id = '" + work.organisation()
                + "' order by read_at limit 1)");
        assertEquals(1, removesWhatItCounted(work).get("accessEntries"));
        String young = database.query(
                        "select id from access_entry where organisation_id = '" + work.organisation() + "'")
                .get(0);
        given.inOrganisation(
                work.organisation(),
                () -> AccessEntry.getEntityManager()
                        .createNativeQuery("call forget_old_access(array[:ids])")
                        .setParameter("ids", List.of(UUID.fromString(young)))
                        .executeUpdate());
        assertEquals(1, count(work, "access_entry"));
    }

    @Test
    void what_hr_was_given_is_not_forgotten_before_a_year() throws SQLException {
        RoundStory round = given.aRound().shared();
        Workplace work = round.workplace();
        work.hr().reads("/summaries").statusCode(200);
        String young = database.query("select id from hand_over where organisation_id = '" + work.organisation() + "'")
                .get(0);
        given.inOrganisation(
                work.organisation(),
                () -> AccessEntry.getEntityManager()
                        .createNativeQuery("call forget_old_hand_overs(array[:ids])")
                        .setParameter("ids", List.of(UUID.fromString(young)))
                        .executeUpdate());
        round.anna().reads("/me/access").body("", hasSize(1));
    }

    @Test
    void what_only_ages_goes_and_what_is_in_use_stays() throws SQLException {
        Workplace work = given.aWorkplace();
        String anna = " from person where id = '" + work.anna().id() + "'";
        int sessions = count(work, "session");
        int devices = count(work, "known_device");
        for (String row : List.of(
                "session (organisation_id, id, person_id, started_at, last_used_at, ended_at) select organisation_id,"
                        + " gen_random_uuid(), id, now() - interval '3 days', now(), now() - interval '2 days'",
                "session (organisation_id, id, person_id, started_at, last_used_at) select organisation_id,"
                        + " gen_random_uuid(), id, now() - interval '9 days', now()",
                "session (organisation_id, id, person_id, started_at, last_used_at) select organisation_id,"
                        + " gen_random_uuid(), id, now() - interval '6 days', now()",
                "known_device (organisation_id, id, person_id, secret_hash, last_used_at) select organisation_id,"
                        + " gen_random_uuid(), id, 'old', now() - interval '181 days'",
                "known_device (organisation_id, id, person_id, secret_hash, last_used_at) select organisation_id,"
                        + " gen_random_uuid(), id, 'young', now() - interval '179 days'",
                "one_time_link (organisation_id, id, person_id, secret_hash, expires_at, used_at) select"
                        + " organisation_id, gen_random_uuid(), id, 'used', now() + interval '1 day', now()",
                "one_time_link (organisation_id, id, person_id, secret_hash, expires_at) select organisation_id,"
                        + " gen_random_uuid(), id, 'over', now() - interval '1 minute'",
                "one_time_link (organisation_id, id, person_id, secret_hash, expires_at) select organisation_id,"
                        + " gen_random_uuid(), id, 'good', now() + interval '1 day'",
                "idempotent_answer select organisation_id, gen_random_uuid(), id, 'an old key', '', '',"
                        + " now() - interval '25 hours'",
                "idempotent_answer select organisation_id, gen_random_uuid(), id, 'a young key', '', '',"
                        + " now() - interval '23 hours'")) {
            database.execute("insert into " + row + anna);
        }
        Map<String, Long> removed = removesWhatItCounted(work);
        assertEquals(
                List.of(2L, 1L, 2L, 1L),
                List.of(removed.get("sessions"), removed.get("devices"), removed.get("links"), removed.get("answers")));
        assertEquals(sessions + 1, count(work, "session"));
        assertEquals(devices + 1, count(work, "known_device"));
        assertEquals(1, count(work, "one_time_link where secret_hash = 'good'", "and"));
        assertEquals(1, count(work, "idempotent_answer where idempotency_key = 'a young key'", "and"));
        work.anna().reads("/me").statusCode(200);
    }

    @Test
    void what_was_administered_stays_for_its_time_and_not_for_longer() throws SQLException {
        Workplace work = given.aWorkplace();
        Employee erik = work.erik();
        erik.puts(RETENTION, "\"0\"", CHOICE).statusCode(200);
        String aged = "update audit_entry set happened_at = now() - interval '%s' where organisation_id = '"
                + work.organisation() + "'";
        database.execute(aged.formatted("11 months"));
        assertEquals(0, removesWhatItCounted(work).get("auditEntries"));
        erik.reads("/audit").body("", hasSize(1));
        database.execute(aged.formatted("13 months"));
        erik.reads(RETENTION + "/due").body("auditEntries", equalTo(1));
        assertEquals(1, removesWhatItCounted(work).get("auditEntries"));
        erik.reads("/audit").body("", hasSize(0));
    }

    @Test
    void many_rounds_go_in_batches_by_one_instance_at_a_time_and_just_those_that_are_due() throws SQLException {
        int many = 2 * RemoveWhatIsDue.BATCH + 17;
        RoundStory round = given.aRound().followedUp();
        Workplace work = round.workplace();
        database.execute(copies(round, many, 40));
        database.execute(copies(round, many, 1));
        database.execute("analyze round, step_taken, summary"); // as PostgreSQL does by itself, long before the night
        try (Connection another = database.open()) {
            another.setAutoCommit(false);
            another.createStatement()
                    .execute("select pg_advisory_xact_lock(hashtextextended('retention " + work.organisation()
                            + "', 0))");
            assertEquals(0, night.run(work.organisation(), Mode.REMOVE).get("rounds"));
            assertEquals(2 * many + 1, count(work, "round"), "another instance is at it");
        }
        assertEquals(many, removesWhatItCounted(work).get("rounds"));
        assertEquals(many + 1, count(work, "round"));
        assertEquals(many + 1, count(work, "summary"));
    }

    @Test
    void sentences_without_a_name_go_together_and_never_with_the_round_that_tells_whose_they_are() throws Exception {
        RoundStory round = given.aRound().concluded();
        Workplace work = round.workplace();
        for (boolean named : List.of(false, true)) {
            RoundStory one = named ? RoundStory.at(work).concluded() : round;
            one.anna()
                    .puts(one.path("/learning"), "\"0\"", Map.of("sentence", canary, "named", named))
                    .statusCode(200);
        }
        String pool = UUID.randomUUID().toString();
        database.execute(
                "insert into learning_pool (organisation_id, id, team_id, period_from, period_until, kept_from,"
                        + " possible_authors) select organisation_id, '" + pool
                        + "', team_id, current_date - 80, current_date,"
                        + " current_date - interval '35 months', 5 from learning where round_id = '" + round.id()
                        + "'");
        database.execute("update learning set shown_on = current_date, place = gen_random_uuid(), pool_id = '" + pool
                + "' where round_id = '" + round.id() + "'");
        assertEquals(0, removesWhatItCounted(work).get("learning"));
        database.execute(
                "update learning_pool set kept_from = kept_from - interval '2 months' where id = '" + pool + "'");
        assertEquals(1, removesWhatItCounted(work).get("learning"));
        assertEquals(1, count(work, "learning", "where sentence is not null and"));
        round.anna().reads(round.path("/learning")).body("state", equalTo("NOT_RELEASED"));
    }

    /** Each night: what the dry run says is what then goes, and after it nothing is due. */
    private Map<String, Long> removesWhatItCounted(Workplace work) {
        Map<String, Long> due = night.run(work.organisation(), Mode.DRY_RUN);
        Map<String, Long> removed = night.run(work.organisation(), Mode.REMOVE);
        assertEquals(due, removed);
        assertTrue(
                night.run(work.organisation(), Mode.DRY_RUN).values().stream().allMatch(count -> count == 0));
        return removed;
    }

    /** Everything in it reads the same, and HR may read what it may. */
    private RoundStory aRoundFullOfWords() {
        RoundStory round = given.aRound().held().writes("welcome", canary);
        String dialogue = "/dialogues/" + round.dialogue(0);
        Map<String, Object> described = round.dialogue();
        described.put("label", canary);
        round.anna().puts(dialogue, round.anna().etag(dialogue), described).statusCode(200);
        round.bo()
                .puts(
                        round.path("/partner-feedback/welcome"),
                        "\"0\"",
                        Map.of(
                                "note",
                                canary,
                                "questions",
                                List.of(canary),
                                "questionsShared",
                                true,
                                "feedback",
                                canary,
                                "feedbackShared",
                                true))
                .statusCode(200);
        round.anna().steps(round.id(), "finish-dialogues").statusCode(200);
        round.anna().steps(round.id(), "open-discussion").statusCode(200);
        Map<String, Object> summary = round.summary();
        summary.put("workedWell", canary);
        summary.put("focusPoints", List.of(canary, "Lad borgeren opsummere"));
        round.anna().puts(round.path("/summary"), "\"0\"", summary).statusCode(200);
        round.anna().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(200);
        round.bo().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(200);
        round.anna().puts(round.path("/summary/sharing"), "\"1\"", null).statusCode(200);
        return round;
    }

    /** Copies of a round, its last step and its summary, as if all had happened so many months ago. */
    private static String copies(RoundStory round, int many, int months) {
        return """
                with copy as (
                    select gen_random_uuid() as round_id, gen_random_uuid() as summary_id,
                        now() - interval '%2$d months' as at
                    from generate_series(1, %3$d)),
                rounds as (
                    insert into round select (jsonb_populate_record(
                        r, jsonb_build_object('id', c.round_id, 'created_at', c.at))).*
                    from round r, copy c where r.id = '%1$s'),
                steps as (
                    insert into step_taken select (jsonb_populate_record(
                        s, jsonb_build_object('id', gen_random_uuid(), 'round_id', c.round_id, 'taken_at', c.at))).*
                    from step_taken s, copy c where s.round_id = '%1$s' and s.step = 'CLOSE')
                insert into summary select (jsonb_populate_record(s, jsonb_build_object(
                    'id', c.summary_id, 'round_id', c.round_id, 'edited_at', c.at))).*
                from summary s, copy c where s.round_id = '%1$s'
                """.formatted(round.id(), months, many);
    }

    /** As if everything in the round had happened so many months earlier. */
    private void age(RoundStory round, int months) throws SQLException {
        String ago = " - interval '" + months + " months'";
        String of = " where round_id = '" + round.id() + "'";
        database.execute("update round set created_at = created_at" + ago + " where id = '" + round.id() + "'");
        database.execute("update step_taken set taken_at = taken_at" + ago + of);
        database.execute("update summary set edited_at = edited_at" + ago + of);
        database.execute("update reflection set written_at = written_at" + ago
                + " where dialogue_id in (select id from dialogue" + of + ")");
    }

    private int count(Workplace work, String table) throws SQLException {
        return count(work, table, "where");
    }

    private int count(Workplace work, String rows, String and) throws SQLException {
        return Integer.parseInt(database.query(
                        "select count(*) from " + rows + " " + and + " organisation_id = '" + work.organisation() + "'")
                .get(0));
    }
}
