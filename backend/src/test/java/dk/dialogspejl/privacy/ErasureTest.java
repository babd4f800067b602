package dk.dialogspejl.privacy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Canary;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who is erased is gone, for good, and takes nothing with them that is another's. */
@QuarkusTest
class ErasureTest extends ApiTest {

    private final String canary = Canary.words();

    @Inject
    WholeDatabase database;

    @Inject
    ReplayErasures replay;

    @Inject
    ErasureLedger ledger;

    @ConfigProperty(name = "dialogspejl.erasure-ledger")
    Path file;

    @Test
    void an_evaluatee_who_is_erased_is_nowhere_and_the_partner_keeps_their_own_words() throws Exception {
        RoundStory round = aRoundFullOfAnna();
        Workplace work = round.workplace();
        work.hr().reads("/summaries").body("summaries", hasSize(1));
        asks(round.anna());
        erases(work, round.anna()).statusCode(204);

        assertEquals(List.of(), database.dump().tablesWith(canary));
        assertEquals(List.of(), database.dump().tablesWith(round.anna().email()));
        round.anna().reads("/me").statusCode(401);
        signsIn(round.anna()).statusCode(401);
        work.hr().reads("/summaries").statusCode(200).body("summaries", empty());
        round.bo()
                .reads(round.path(""))
                .statusCode(200)
                .body("evaluatee.name", equalTo("Anonym kollega"))
                .body("evaluatee.id", equalTo(round.anna().id().toString()));
        round.bo()
                .reads(round.path("/partner-feedback"))
                .body("topics.find { it.topic == 'welcome' }.note", equalTo("Bos egne ord"));
        round.bo().reads(round.path("/dialogues")).statusCode(200).body("", empty());
        round.bo().reads("/people?query=ann").body("name", not(hasItem("Anna")));
        assertEquals(
                List.of("1"), // what issues of the feed to come can tell that it is gone
                database.query("select count(*) from summary where round_id = '" + round.id()
                        + "' and shared_at is null and concluded_at is not null"));
    }

    @Test
    void nothing_that_hangs_on_a_person_alone_is_left_of_them() throws Exception {
        Workplace work = given.aWorkplace();
        String anna = work.anna().id().toString();
        database.execute("insert into second_factor (organisation_id, id, person_id, secret, last_step)"
                + " select organisation_id, gen_random_uuid(), id, 'x', 0 from person where id = '" + anna + "'");
        database.execute("insert into recovery_code (organisation_id, id, person_id, code_hash)"
                + " select organisation_id, gen_random_uuid(), id, 'x' from person where id = '" + anna + "'");
        asks(work.anna());
        erases(work, work.anna()).statusCode(204);
        List<String> left = new ArrayList<>();
        for (String table : database.query("select table_name from information_schema.columns"
                + " where table_schema = 'public' and column_name = 'person_id'")) {
            if (!database.query("select 1 from " + table + " where person_id = '" + anna + "'")
                    .isEmpty()) {
                left.add(table);
            }
        }
        assertEquals(List.of("erasure"), left);
    }

    @Test
    void a_partner_who_is_erased_takes_their_words_along_and_ends_the_round_but_not_what_the_evaluatee_wrote() {
        RoundStory round = given.aRound().reflected();
        boWrites(round, true);
        round.anna().reads(round.path("/partner-feedback")).body("topics", hasSize(1));
        asks(round.bo());
        erases(round.workplace(), round.bo()).statusCode(204);
        round.anna().reads(round.path("/partner-feedback")).statusCode(200).body("topics", empty());
        round.anna()
                .reads(round.path(""))
                .body("status", equalTo("CANCELLED"))
                .body("partner.name", equalTo("Anonym kollega"));
        round.anna()
                .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                .body("reflections[0].text", equalTo("Jeg så op før borgeren nåede skranken."));
    }

    @Test
    void an_invitation_to_somebody_erased_is_declined_and_another_can_be_asked() {
        RoundStory round = given.aRound().invited();
        asks(round.bo());
        erases(round.workplace(), round.bo()).statusCode(204);
        round.anna()
                .reads(round.path(""))
                .body("status", equalTo("PREPARING"))
                .body("partnerAnswer", equalTo("DECLINED"));
    }

    @Test
    void nobody_is_erased_who_has_not_asked_or_has_taken_it_back() {
        Workplace work = given.aWorkplace();
        erases(work, work.anna()).statusCode(409).body("unmet.code", contains("ERASURE_NOT_ASKED_FOR"));
        asks(work.anna());
        work.anna().reads("/me/erasure-request").body("askedAt", not(nullValue()));
        work.erik()
                .reads("/erasure-requests")
                .body("person.id", contains(work.anna().id().toString()));
        work.anna().sends("DELETE", "/me/erasure-request", null, null).statusCode(204);
        work.anna().reads("/me/erasure-request").body("askedAt", nullValue());
        work.erik().reads("/erasure-requests").body("", empty());
        erases(work, work.anna()).statusCode(409);
        work.anna().reads("/me").statusCode(200).body("name", equalTo("Anna"));
    }

    @Test
    void somebody_deactivated_is_erased_without_asking() throws Exception {
        Workplace work = given.aWorkplace();
        database.execute(
                "update person set active = false where id = '" + work.anna().id() + "'");
        erases(work, work.anna()).statusCode(204);
        erases(work, work.anna()).statusCode(404);
    }

    @Test
    void the_last_administrator_is_not_erased_but_the_last_but_one_is() throws Exception {
        Workplace work = given.aWorkplace();
        asks(work.erik());
        erases(work, work.erik()).statusCode(409).body("unmet.code", contains("LAST_ADMINISTRATOR"));
        database.execute("update person set roles = '{EMPLOYEE, ADMINISTRATOR}' where id = '"
                + work.cecilie().id() + "'");
        erases(work, work.erik()).statusCode(204);
    }

    @Test
    void an_administrator_elsewhere_erases_nobody_here() {
        Workplace work = given.aWorkplace();
        asks(work.anna());
        erases(given.aWorkplace(), work.anna()).statusCode(404);
        work.anna().reads("/me").statusCode(200);
    }

    @Test
    void what_a_restore_brings_back_the_ledger_takes_away_again() throws Exception {
        RoundStory round = aRoundFullOfAnna();
        Workplace work = round.workplace();
        WholeDatabase.Dump backup = database.dump();
        assertNotEquals(List.of(), backup.tablesWith(canary)); // the label and the summary; the reflections are sealed
        asks(round.anna());
        erases(work, round.anna()).statusCode(204);

        database.restore(backup);
        assertNotEquals(List.of(), database.dump().tablesWith(canary));
        assertEquals(List.of("1"), keysOf(round.anna()));
        replay.replay();

        assertEquals(List.of(), database.dump().tablesWith(canary));
        assertEquals(List.of(), database.dump().tablesWith(round.anna().email()));
        assertEquals(List.of("0"), keysOf(round.anna()));
        signsIn(round.anna()).statusCode(401);
        work.hr().reads("/summaries").statusCode(200).body("summaries", empty());
        round.bo()
                .reads(round.path("/partner-feedback"))
                .body("topics.find { it.topic == 'welcome' }.note", equalTo("Bos egne ord"));
        signsIn(round.bo()).statusCode(200);

        Map<String, String> once = database.dump().tables();
        replay.replay();
        Map<String, String> twice = database.dump().tables();
        for (String table : List.of("person", "erasure", "person_key", "round", "summary", "reflection", "dialogue")) {
            assertEquals(once.get(table), twice.get(table), table);
        }
    }

    /** A backup without the keys, of which there is but the newest copy, is one in which the erased cannot be read. */
    @Test
    void the_reflections_in_a_backup_cannot_be_opened_once_the_key_is_gone() throws Exception {
        RoundStory round = given.aRound().held().writes("welcome", canary);
        WholeDatabase.Dump backup = database.dump();
        backup.tables().remove("person_key");
        asks(round.anna());
        erases(round.workplace(), round.anna()).statusCode(204);
        WholeDatabase.Dump keys = database.dump();

        assertEquals(List.of(), backup.tablesWith(canary));
        assertTrue(backup.tables().get("reflection").contains(round.dialogue(0).toString()));
        backup.tables().put("person_key", keys.tables().get("person_key"));
        database.restore(backup);
        RestAssured.replaceFiltersWith(List.of()); // a database that the ledger has not gone through is in no contract
        Employee back = new Employee(
                "Anna",
                round.anna().id(),
                round.anna().email(),
                Given.token(round.anna().email()));
        back.reads("/me").statusCode(200);
        back.reads("/dialogues/" + round.dialogue(0) + "/reflections").statusCode(500);
        replay.replay();
        back.reads("/me").statusCode(401);
    }

    @Test
    void the_ledger_holds_ids_and_times_only_survives_a_cut_and_gets_what_others_have_done() throws Exception {
        Workplace work = given.aWorkplace();
        asks(work.anna());
        erases(work, work.anna()).statusCode(204);
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(lines.size() - 1)
                .matches("\\{\"organisation\":\"" + work.organisation() + "\",\"person\":\""
                        + work.anna().id() + "\",\"erasedAt\":\"[0-9TZ:.-]+\"}"));

        Files.writeString(file, "{\"organisation\":\"cut o", StandardOpenOption.APPEND);
        int before = ledger.entries().size();
        ErasureLedger.Entry next = new ErasureLedger.Entry(
                UUID.randomUUID(), UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        ledger.append(next);
        assertEquals(before + 1, ledger.entries().size());
        assertTrue(ledger.entries().contains(next));

        List<Employee> erasedByOthers = List.of(work.bo(), given.aWorkplace().bo());
        for (Employee erased : erasedByOthers) {
            database.execute(
                    "insert into erasure select organisation_id, gen_random_uuid(), id, now() from person where id = '"
                            + erased.id() + "'");
        }
        replay.replay();
        int after = ledger.entries().size();
        for (Employee erased : erasedByOthers) {
            assertTrue(
                    ledger.entries().stream().anyMatch(entry -> entry.person().equals(erased.id())));
        }
        replay.replay();
        assertEquals(after, ledger.entries().size());
    }

    /** Concluded, shared with HR, and with Anna's words in every field that is hers to write. */
    private RoundStory aRoundFullOfAnna() {
        RoundStory round = given.aRound().held().writes("welcome", canary);
        String dialogue = "/dialogues/" + round.dialogue(0);
        Map<String, Object> described = round.dialogue();
        described.put("label", canary);
        round.anna().puts(dialogue, round.anna().etag(dialogue), described).statusCode(200);
        round.shares("welcome");
        boWrites(round, true);
        round.bo().reads(dialogue + "/reflections").statusCode(200);
        round.anna().steps(round.id(), "finish-dialogues").statusCode(200);
        round.anna().steps(round.id(), "open-discussion").statusCode(200);
        Map<String, Object> summary = round.summary();
        summary.put("learning", canary);
        summary.put("focusPoints", List.of(canary, "Lad borgeren opsummere"));
        round.anna().puts(round.path("/summary"), "\"0\"", summary).statusCode(200);
        round.anna().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(200);
        round.bo().puts(round.path("/summary/approval"), "\"1\"", null).statusCode(200);
        round.anna().puts(round.path("/summary/sharing"), "\"1\"", null).statusCode(200);
        RoundStory next = RoundStory.at(round.workplace()).cancelledBecause(canary);
        assertNotEquals(round.id(), next.id());
        return round;
    }

    private static void boWrites(RoundStory round, boolean shared) {
        round.bo()
                .puts(
                        round.path("/partner-feedback/welcome"),
                        "\"0\"",
                        Map.of(
                                "note",
                                "Bos egne ord",
                                "questions",
                                List.of("Hvad så du?"),
                                "questionsShared",
                                shared,
                                "feedback",
                                "Din ro smittede",
                                "feedbackShared",
                                shared))
                .statusCode(200);
    }

    private static void asks(Employee employee) {
        employee.sends("PUT", "/me/erasure-request", null, null).statusCode(200);
    }

    private static ValidatableResponse erases(Workplace by, Employee employee) {
        return by.erik().sends("POST", "/erasure-requests/" + employee.id() + "/carry-out", null, null);
    }

    private static ValidatableResponse signsIn(Employee employee) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", employee.email(), "password", Given.PASSWORD))
                .post("/api/v1/session")
                .then();
    }

    private List<String> keysOf(Employee employee) throws Exception {
        return database.query("select count(*) from person_key where person_id = '" + employee.id() + "'");
    }
}
