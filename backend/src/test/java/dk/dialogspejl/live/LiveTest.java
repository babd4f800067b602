package dk.dialogspejl.live;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.identity.ShortToken;
import dk.dialogspejl.platform.broadcast.Broadcast;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.rounds.RoundPart;
import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.LiveStream;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveTest extends ApiTest {

    private static final String CANARY = "kanariefugl";
    private static final String NOBODY_ELSE = "{\"kind\":\"PRESENT\",\"people\":[]}";

    /** For what has been heard here to reach a client on the same machine. */
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    @Inject
    ShortToken shortToken;

    @Inject
    AllHeard allHeard;

    @Inject
    Broadcast broadcast;

    @Inject
    NewTransaction transaction;

    @Inject
    DataSource dataSource;

    private final List<LiveStream> streams = new ArrayList<>();

    /** Opened, and past its first message, which says who else is there. */
    private LiveStream listen(Employee employee, RoundStory round) {
        LiveStream stream = open(employee, round);
        assertTrue(stream.next().startsWith("{\"kind\":\"PRESENT\""));
        return stream;
    }

    private LiveStream open(Employee employee, RoundStory round) {
        allHeard.await(); // what happened before is not to be heard after
        LiveStream stream = LiveStream.open(employee, round);
        streams.add(stream);
        assertEquals(200, stream.status());
        return stream;
    }

    @AfterEach
    void hangUp() {
        streams.forEach(LiveStream::close);
    }

    private static String changed(RoundPart part) {
        return "{\"kind\":\"CHANGED\",\"part\":\"" + part + "\"}";
    }

    private static Set<String> changed(RoundPart... parts) {
        return Stream.of(parts).map(LiveTest::changed).collect(Collectors.toSet());
    }

    private static String present(Employee employee, String field) {
        return "{\"kind\":\"PRESENT\",\"people\":[{\"person\":{\"id\":\"" + employee.id() + "\",\"name\":\""
                + employee.name() + "\"}" + (field == null ? "" : ",\"field\":\"" + field + "\"") + "}]}";
    }

    /** All that has come until now. */
    private List<String> soFar(LiveStream stream) {
        allHeard.await();
        return stream.during(A_MOMENT);
    }

    private Set<String> heard(LiveStream stream) {
        return Set.copyOf(soFar(stream));
    }

    private void writes(Employee employee, RoundStory round, String field) {
        employee.puts(round.path("/presence"), null, field == null ? Map.of() : Map.of("field", field))
                .statusCode(204);
    }

    // --- changes ---

    @Test
    void an_edit_of_the_summary_is_heard_by_the_other_and_in_ones_own_other_tab() {
        RoundStory round = given.aRound().discussing();
        LiveStream anna = listen(round.anna(), round);
        LiveStream annasOtherTab = listen(round.anna(), round);
        LiveStream bo = listen(round.bo(), round);
        anna.next();
        annasOtherTab.next();
        round.bo()
                .puts(round.path("/summary"), round.bo().etag(round.path("/summary")), round.summary())
                .statusCode(200);
        for (LiveStream stream : List.of(anna, annasOtherTab, bo)) {
            assertEquals(changed(RoundPart.SUMMARY), stream.next());
        }
    }

    @Test
    void each_stage_of_a_round_is_heard_by_the_partner() {
        RoundStory round = given.aRound().accepted();
        LiveStream bo = listen(round.bo(), round);
        Employee anna = round.anna();
        String agreement = round.path("/agreement");
        anna.puts(agreement, anna.etag(agreement), round.agreement()).statusCode(200);
        assertEquals(changed(RoundPart.AGREEMENT, RoundPart.ROUND), heard(bo));
        anna.puts(agreement, anna.etag(agreement), round.agreement()).statusCode(200);
        assertEquals(Set.of(), heard(bo), "the same agreement once more");
        round.bo().puts(agreement, anna.etag(agreement), round.agreement()).statusCode(200);
        anna.steps(round.id(), "confirm").statusCode(200);
        assertEquals(changed(RoundPart.AGREEMENT, RoundPart.ROUND), heard(bo));
        round.bo().steps(round.id(), "confirm").statusCode(200);
        heard(bo);
        anna.steps(round.id(), "start").statusCode(200);
        assertEquals(changed(RoundPart.ROUND, RoundPart.FEEDBACK), heard(bo));
    }

    @Test
    void approvals_sharing_and_follow_up_are_heard() {
        RoundStory round = given.aRound().summarised();
        LiveStream bo = listen(round.bo(), round);
        Employee anna = round.anna();
        String summary = round.path("/summary");
        anna.puts(summary + "/approval", anna.etag(summary), null).statusCode(200);
        assertEquals(changed(RoundPart.ROUND, RoundPart.SUMMARY), heard(bo));
        anna.sends("DELETE", summary + "/approval", anna.etag(summary), null).statusCode(200);
        assertEquals(changed(RoundPart.ROUND, RoundPart.SUMMARY), heard(bo));
        anna.puts(summary + "/approval", anna.etag(summary), null).statusCode(200);
        round.bo().puts(summary + "/approval", anna.etag(summary), null).statusCode(200);
        assertEquals(changed(RoundPart.ROUND, RoundPart.SUMMARY, RoundPart.FOLLOW_UP), heard(bo));
        anna.puts(summary + "/sharing", anna.etag(summary), null).statusCode(200);
        assertEquals(changed(RoundPart.SUMMARY), bo.next());
        String followUp = round.path("/follow-up");
        anna.puts(followUp, anna.etag(followUp), round.followUp()).statusCode(200);
        assertEquals(changed(RoundPart.FOLLOW_UP), bo.next());
        anna.steps(round.id(), "close").statusCode(200);
        assertEquals(changed(RoundPart.ROUND, RoundPart.FOLLOW_UP), heard(bo));
    }

    @Test
    void what_is_shared_of_a_dialogue_is_heard_and_nothing_else_of_it() {
        RoundStory round = given.aRound().held();
        LiveStream bo = listen(round.bo(), round);
        Employee anna = round.anna();
        String dialogue = "/dialogues/" + round.dialogue(0);

        anna.creates(round.path("/dialogues"), round.dialogue());
        Map<String, Object> renamed = new HashMap<>(round.dialogue());
        renamed.put("label", "Kørekort");
        anna.puts(dialogue, anna.etag(dialogue), renamed).statusCode(200);
        round.writes("welcome", CANARY).writes("needs", CANARY);
        anna.sends("DELETE", "/dialogues/" + round.dialogue(1), anna.etag("/dialogues/" + round.dialogue(1)), null)
                .statusCode(204);
        round.shares();
        assertEquals(List.of(), soFar(bo), "nothing is shared");

        round.shares("welcome");
        assertEquals(changed(RoundPart.DIALOGUES), bo.next());
        round.shares("welcome");
        round.writes("needs", CANARY + "!");
        round.writes("welcome", CANARY);
        assertEquals(List.of(), soFar(bo), "the same topics, an unshared topic, the same text");

        round.writes("welcome", CANARY + "!");
        assertEquals(changed(RoundPart.DIALOGUES), bo.next());
        renamed.put("label", "Pas");
        anna.puts(dialogue, anna.etag(dialogue), renamed).statusCode(200);
        assertEquals(changed(RoundPart.DIALOGUES), bo.next());
        round.shares();
        assertEquals(changed(RoundPart.DIALOGUES), bo.next());
        round.shares("needs");
        assertEquals(changed(RoundPart.DIALOGUES), bo.next());
        anna.sends("DELETE", dialogue, anna.etag(dialogue), null).statusCode(204);
        assertEquals(changed(RoundPart.DIALOGUES), bo.next());
        assertEquals(List.of(), soFar(bo));
    }

    @Test
    void after_a_cancellation_what_is_taken_back_is_not_heard() {
        RoundStory round = given.aRound().reflected().shares("welcome", "needs");
        LiveStream bo = listen(round.bo(), round);
        round.anna().steps(round.id(), "cancel").statusCode(200);
        assertEquals(changed(RoundPart.ROUND, RoundPart.DIALOGUES), heard(bo));
        round.shares("welcome");
        assertEquals(List.of(), soFar(bo));
    }

    @Test
    void the_partner_hears_that_the_last_recording_is_deleted_and_of_none_before() {
        RoundStory round = given.aRound().withVideo().concluded();
        LiveStream bo = listen(round.bo(), round);
        Employee anna = round.anna();
        for (int dialogue = 0; dialogue < 2; dialogue++) {
            String path = "/dialogues/" + round.dialogue(dialogue);
            anna.sends("POST", path + "/confirm-deletion", anna.etag(path), null)
                    .statusCode(200);
            assertEquals(dialogue == 0 ? List.of() : List.of(changed(RoundPart.ROUND)), soFar(bo));
        }
    }

    @Test
    void the_partners_words_are_heard_once_shared_and_notes_never() {
        RoundStory round = given.aRound().reflecting();
        LiveStream anna = listen(round.anna(), round);
        Map<String, Object> words = new HashMap<>(Map.of(
                "note",
                CANARY,
                "questions",
                List.of(CANARY),
                "questionsShared",
                false,
                "feedback",
                CANARY,
                "feedbackShared",
                false));
        writesFeedback(round, words);
        words.put("note", "");
        words.put("feedback", CANARY + "!");
        writesFeedback(round, words);
        assertEquals(List.of(), soFar(anna), "nothing is shared");

        words.put("questionsShared", true);
        writesFeedback(round, words);
        assertEquals(changed(RoundPart.FEEDBACK), anna.next());
        words.put("note", CANARY);
        words.put("feedback", CANARY);
        writesFeedback(round, words);
        assertEquals(List.of(), soFar(anna), "a note, and feedback that is not shared");

        words.put("questions", List.of());
        writesFeedback(round, words);
        assertEquals(changed(RoundPart.FEEDBACK), anna.next());
        words.put("questionsShared", false);
        writesFeedback(round, words);
        assertEquals(changed(RoundPart.FEEDBACK), anna.next());
    }

    private static void writesFeedback(RoundStory round, Map<String, Object> words) {
        String sheet = round.path("/partner-feedback");
        int version =
                round.bo().reads(sheet).statusCode(200).extract().path("topics.find { it.topic == 'welcome' }.version");
        round.bo().puts(sheet + "/welcome", "\"" + version + "\"", words).statusCode(200);
    }

    @Test
    void no_event_carries_what_was_written() {
        RoundStory round = given.aRound().reflected().shares("welcome");
        LiveStream bo = listen(round.bo(), round);
        LiveStream anna = listen(round.anna(), round);
        round.writes("welcome", CANARY);
        round.anna()
                .steps(round.id(), "open-discussion", Map.of("talkPlace", CANARY))
                .statusCode(200);
        Map<String, Object> summary = round.summary();
        summary.put("workedWell", CANARY);
        round.bo()
                .puts(round.path("/summary"), round.bo().etag(round.path("/summary")), summary)
                .statusCode(200);
        List<String> all = new ArrayList<>(soFar(bo));
        all.addAll(soFar(anna));
        assertTrue(all.size() >= 6, "something was heard: " + all);
        assertFalse(all.toString().contains(CANARY));
    }

    @Test
    void nothing_is_heard_of_another_round_or_organisation() {
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).discussing();
        RoundStory other = RoundStory.at(work).discussing();
        RoundStory foreign = given.aRound().discussing();
        LiveStream anna = listen(work.anna(), round);
        for (RoundStory elsewhere : List.of(other, foreign)) {
            listen(elsewhere.bo(), elsewhere);
            writes(elsewhere.bo(), elsewhere, "workedWell");
            elsewhere
                    .bo()
                    .puts(elsewhere.path("/summary"), "\"0\"", elsewhere.summary())
                    .statusCode(200);
        }
        // A message of another organisation is not heard here, even if it names the same round.
        broadcast.send(List.of(new LiveMessage.Changed(
                        new RoundKey(foreign.workplace().organisation(), round.id()),
                        RoundPart.ROUND,
                        Set.of(work.anna().id()))
                .text()));
        assertEquals(List.of(), soFar(anna));
    }

    @Test
    void a_change_is_heard_when_it_is_committed_and_never_when_it_is_rolled_back() {
        RoundStory round = given.aRound().discussing();
        LiveStream anna = listen(round.anna(), round);
        RoundKey key = new RoundKey(round.workplace().organisation(), round.id());
        Set<UUID> readers = Set.of(round.anna().id(), round.bo().id());
        String lost = new LiveMessage.Changed(key, RoundPart.FEEDBACK, readers).text();
        String kept = new LiveMessage.Changed(key, RoundPart.SUMMARY, readers).text();
        assertThrows(
                IllegalStateException.class,
                () -> transaction.run(() -> {
                    broadcast.send(List.of(lost));
                    throw new IllegalStateException("on purpose");
                }));
        transaction.run(() -> {
            broadcast.send(List.of(kept));
            assertEquals(List.of(), anna.during(A_MOMENT), "before the commit");
        });
        assertEquals(changed(RoundPart.SUMMARY), anna.next());
    }

    // --- who may listen, and how long ---

    @Test
    void a_partner_who_declines_hears_nothing_more() throws InterruptedException {
        RoundStory round = given.aRound().invited();
        LiveStream anna = listen(round.anna(), round);
        LiveStream bo = listen(round.bo(), round);
        anna.next();
        round.bo().steps(round.id(), "decline").statusCode(200);
        assertTrue(bo.endsWithin(Duration.ofSeconds(5)));
        assertEquals(List.of(), soFar(bo));
        assertTrue(anna.next().contains("CHANGED"));
        assertTrue(anna.endsWithin(Duration.ofSeconds(5)), "to begin anew with who takes part now");
        assertEquals(404, LiveStream.open(round.bo(), round).status());
        assertEquals(NOBODY_ELSE, open(round.anna(), round).next());
    }

    @Test
    void a_partner_who_is_replaced_hears_nothing_more() throws InterruptedException {
        RoundStory round = given.aRound().accepted();
        LiveStream bo = listen(round.bo(), round);
        Map<String, Object> agreement = round.agreement();
        agreement.put("partnerId", round.workplace().cecilie().id());
        Employee anna = round.anna();
        anna.puts(round.path("/agreement"), anna.etag(round.path("/agreement")), agreement)
                .statusCode(200);
        assertTrue(bo.endsWithin(Duration.ofSeconds(5)));
        assertEquals(List.of(), soFar(bo));
        listen(round.workplace().cecilie(), round);
    }

    @Test
    void the_stream_ends_with_the_token() throws InterruptedException {
        RoundStory round = given.aRound().discussing();
        Employee shortly = shortToken.of(round.anna(), round.workplace(), Duration.ofSeconds(4));
        LiveStream anna = listen(shortly, round);
        assertFalse(anna.endsWithin(Duration.ofMillis(500)));
        assertTrue(anna.endsWithin(Duration.ofSeconds(6)));
        assertEquals(List.of(), anna.during(Duration.ofMillis(1)));
    }

    @Test
    void streams_hold_no_connection_to_the_database() {
        RoundStory round = given.aRound().discussing();
        for (int tab = 0; tab < 40; tab++) { // twice as many as there are connections
            listen(round.anna(), round);
        }
        round.bo().reads(round.path("")).statusCode(200);
    }

    @Test
    void a_stream_is_neither_stored_nor_compressed_nor_buffered_and_shows_that_it_lives() throws InterruptedException {
        RoundStory round = given.aRound().discussing();
        LiveStream anna = open(round.anna(), round);
        assertTrue(anna.header("Content-Type").startsWith("text/event-stream"));
        assertEquals("no-store", anna.header("Cache-Control"));
        assertEquals("no", anna.header("X-Accel-Buffering"));
        assertNotEquals("gzip", anna.header("Content-Encoding"));
        assertEquals(NOBODY_ELSE, anna.next());
        int signs = anna.signsOfLifeDuring(Duration.ofSeconds(3)); // one a second in tests
        assertTrue(signs >= 2 && signs <= 4, signs + " signs of life");
    }

    @Test
    void after_deafness_everything_may_have_changed() throws Exception {
        RoundStory round = given.aRound().discussing();
        LiveStream anna = listen(round.anna(), round);
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'dialogspejl broadcast receiver'");
        }
        assertTrue(anna.endsWithin(Duration.ofSeconds(10)));
        assertEquals(changed(RoundPart.values()), heard(anna));
        LiveStream again = listen(round.anna(), round);
        round.bo()
                .puts(round.path("/summary"), round.bo().etag(round.path("/summary")), round.summary())
                .statusCode(200);
        assertEquals(changed(RoundPart.SUMMARY), again.next());
    }

    // --- presence ---

    @Test
    void one_sees_the_other_come_move_and_go() {
        RoundStory round = given.aRound().discussing();
        LiveStream anna = open(round.anna(), round);
        assertEquals(NOBODY_ELSE, anna.next());
        LiveStream bo = open(round.bo(), round);
        assertEquals(present(round.anna(), null), bo.next());
        assertEquals(present(round.bo(), null), anna.next());
        writes(round.bo(), round, "workedWell");
        assertEquals(present(round.bo(), "workedWell"), anna.next());
        writes(round.bo(), round, "workedWell");
        writes(round.bo(), round, "focusPoints.0");
        assertEquals(present(round.bo(), "focusPoints.0"), anna.next());
        writes(round.bo(), round, null);
        assertEquals(present(round.bo(), null), anna.next());
        assertEquals(List.of(), soFar(bo), "one's own presence is no news");
        bo.close();
        assertEquals(NOBODY_ELSE, anna.next());
    }

    @Test
    void someone_with_two_tabs_is_one_person_who_is_there_until_the_last_is_closed() {
        RoundStory round = given.aRound().discussing();
        LiveStream anna = listen(round.anna(), round);
        LiveStream one = listen(round.bo(), round);
        assertEquals(present(round.bo(), null), anna.next());
        LiveStream two = listen(round.bo(), round);
        one.close();
        assertEquals(List.of(), anna.during(Room.GRACE.plusSeconds(2)));
        two.close();
        assertEquals(NOBODY_ELSE, anna.next());
    }

    @Test
    void a_stream_that_is_opened_again_at_once_does_not_show() {
        RoundStory round = given.aRound().discussing();
        LiveStream anna = listen(round.anna(), round);
        LiveStream bo = listen(round.bo(), round);
        assertEquals(present(round.bo(), null), anna.next());
        bo.close();
        listen(round.bo(), round);
        assertEquals(List.of(), anna.during(Room.GRACE.plusSeconds(2)));
    }

    @Test
    void who_is_there_with_another_instance_is_seen_and_told_who_is_here() {
        RoundStory round = given.aRound().discussing();
        RoundKey key = new RoundKey(round.workplace().organisation(), round.id());
        UUID elsewhere = UUID.randomUUID();
        LiveStream anna = listen(round.anna(), round);
        UUID bo = round.bo().id();
        broadcast.send(List.of(new LiveMessage.Present(key, elsewhere, bo, true, "learning").text()));
        assertEquals(present(round.bo(), "learning"), anna.next());
        // Cecilie is no participant, so nobody is shown her, whatever an instance says.
        broadcast.send(List.of(new LiveMessage.Present(
                        key, elsewhere, round.workplace().cecilie().id(), false, null)
                .text()));
        broadcast.send(List.of("nonsense", "changed x y z", "present " + key.organisation()));
        broadcast.send(List.of(new LiveMessage.Gone(key, elsewhere, bo).text()));
        assertEquals(NOBODY_ELSE, anna.next());
    }

    @Test
    void a_field_is_a_short_name_and_not_a_text() {
        RoundStory round = given.aRound().discussing();
        for (String field : List.of("", "to ord", "æ", "a".repeat(61), "a\nb")) {
            round.anna()
                    .puts(round.path("/presence"), null, Map.of("field", field))
                    .statusCode(400)
                    .body("violations.field", hasItem("field"));
        }
        round.anna()
                .puts(round.path("/presence"), null, Map.of("field", "to ord"))
                .body(
                        "violations[0].detail",
                        equalTo("Brug 1 til 60 bogstaver (a-z), tal, punktummer og bindestreger."));
        writes(round.anna(), round, "a".repeat(60));
    }

    @Test
    void writing_somewhere_without_listening_shows_nobody() {
        RoundStory round = given.aRound().discussing();
        LiveStream anna = listen(round.anna(), round);
        writes(round.bo(), round, "workedWell");
        assertEquals(List.of(), soFar(anna));
    }
}
