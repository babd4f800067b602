package dk.dialogspejl.summaries.learning;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.log.LogLines;
import dk.dialogspejl.platform.time.Quarter;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Canary;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Operation;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.ValidRequests;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people release to their team; above all that what has no name is nobody's, whatever happens and whoever asks. */
@QuarkusTest
class LearningTest extends ApiTest {

    private static final String NAMES = "Frida Gorm Hanne Ib Jonas Karla";

    private final String canary = Canary.words();

    @Inject
    WholeDatabase database;

    // --- with a name ---

    @Test
    void with_a_name_it_is_shown_to_the_team_and_its_leader_at_once_and_to_nobody_else() {
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).concluded();
        releases(round, "En pause åbner samtalen", true)
                .statusCode(200)
                .body("state", equalTo("SHOWN"))
                .body("team.name", equalTo("Skranken"));
        for (Employee reader : List.of(work.anna(), work.cecilie(), work.dorte())) {
            list(work, reader)
                    .statusCode(200)
                    .body("sentence", contains("En pause åbner samtalen"))
                    .body("[0].by.name", equalTo("Anna"))
                    .body("[0].on", equalTo(LocalDate.now().toString()))
                    .body("[0].until", nullValue());
        }
        list(work, work.bo()).statusCode(404);
        list(work, given.aWorkplace().dorte()).statusCode(404);
        releases(round, "En kort pause åbner samtalen", true).statusCode(200);
        list(work, work.dorte()).body("sentence", contains("En kort pause åbner samtalen"));
        takesBack(round).statusCode(200).body("state", equalTo("NOT_RELEASED"));
        list(work, work.dorte()).body("", empty());
    }

    @Test
    void what_has_stood_with_a_name_cannot_stand_without_one_not_even_when_it_has_been_taken_back() {
        RoundStory round = given.aRound().concluded();
        releases(round, "Før frokost er bedst", false).statusCode(200).body("state", equalTo("WAITING"));
        releases(round, "Før frokost er bedst", true).statusCode(200);
        refused(releases(round, "Før frokost er bedst", false), "SEEN_WITH_NAME");
        takesBack(round).body("named", equalTo(true));
        refused(releases(round, "Noget andet", false), "SEEN_WITH_NAME");
    }

    // --- without one ---

    @Test
    void without_a_name_all_is_shown_at_once_when_the_quarter_is_over_with_nothing_of_whose_or_when() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 5);
        for (int i = 0; i < 4; i++) {
            releases(rounds.get(i), "Sætning " + (char) ('a' + i), false).body("shownFrom", equalTo(nextQuarter()));
        }
        list(work, work.dorte()).statusCode(200).body("", empty());
        quarterGoesBy(work);
        Quarter over = Quarter.endedBefore(LocalDate.now(), 1).get(0);
        for (Employee reader : List.of(work.dorte(), work.cecilie(), work.erik())) {
            String answer = list(work, reader)
                    .statusCode(200)
                    .body("sentence", containsInAnyOrder("Sætning a", "Sætning b", "Sætning c", "Sætning d"))
                    .body("until.unique()", contains(over.until().toString()))
                    .extract()
                    .asString();
            for (RoundStory round : rounds) {
                assertFalse(answer.contains(round.anna().id().toString()));
                assertFalse(answer.contains(round.anna().name()));
                assertFalse(answer.contains(round.id().toString()));
            }
            List<Map<String, Object>> rows = list(work, reader).extract().path("");
            rows.forEach(row -> assertEquals(Set.of("id", "sentence", "from", "until"), row.keySet()));
            List<String> ids =
                    rows.stream().map(row -> row.get("id").toString()).toList();
            ids.forEach(id -> assertEquals(4, UUID.fromString(id).version(), "made by chance"));
            assertEquals(ids.stream().sorted(Comparator.reverseOrder()).toList(), ids, "ordered by chance");
        }
        rounds.get(0)
                .anna()
                .reads(rounds.get(0).path("/learning"))
                .body("state", equalTo("SHOWN"))
                .body("shownFrom", equalTo(over.until().toString()));
    }

    @Test
    void of_four_nothing_is_shown_and_it_waits_until_there_are_five() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 4);
        releases(rounds.get(0), canary, false).statusCode(200);
        quarterGoesBy(work);
        list(work, work.dorte()).statusCode(200).body("", empty());
        rounds.get(0)
                .anna()
                .reads(rounds.get(0).path("/learning"))
                .body("state", equalTo("WAITING"))
                .body("shownFrom", equalTo(nextQuarter()));
        concludes(work, given.joins(work, "Lis", "Skranken"));
        list(work, work.dorte()).body("", empty());
        quarterGoesBy(work);
        list(work, work.dorte()).body("sentence", contains(canary));
    }

    @Test
    void a_leader_and_who_had_one_as_partner_and_who_has_given_their_name_are_not_among_the_five() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 4);
        releases(rounds.get(0), canary, false).statusCode(200);
        concludes(work, work.dorte());
        Employee lis = given.joins(work, "Lis", "Skranken");
        RoundStory.at(new Workplace(
                        work.organisation(),
                        work.guide(),
                        lis,
                        work.dorte(),
                        work.cecilie(),
                        work.dorte(),
                        work.erik(),
                        work.hr()))
                .concluded();
        releases(concludes(work, given.joins(work, "Maja", "Skranken")), "Med mit navn", true)
                .statusCode(200);
        quarterGoesBy(work);
        list(work, work.cecilie()).body("sentence", contains("Med mit navn"));
        concludes(work, given.joins(work, "Nete", "Skranken"));
        quarterGoesBy(work);
        list(work, work.cecilie()).body("sentence", containsInAnyOrder("Med mit navn", canary));
    }

    @Test
    void who_has_moved_away_or_come_since_makes_no_fifth_and_once_shown_nobody_who_moves_changes_anything()
            throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 5);
        releases(rounds.get(0), canary, false).statusCode(200);
        moves(rounds.get(4).anna(), "Telefonen");
        // Concluded in another team, and counts in none that they come to.
        Employee lis = given.joins(work, "Lis", "Telefonen");
        concludes(work, lis);
        moves(lis, "Skranken");
        quarterGoesBy(work);
        list(work, work.dorte()).body("", empty());
        moves(rounds.get(4).anna(), "Skranken");
        String shown = list(work, work.dorte())
                .body("sentence", contains(canary))
                .extract()
                .asString();
        moves(rounds.get(4).anna(), "Telefonen");
        moves(rounds.get(0).anna(), "Telefonen");
        database.execute("update person set active = false where id = '"
                + rounds.get(3).anna().id() + "'");
        assertEquals(shown, list(work, work.dorte()).extract().asString());
    }

    @Test
    void what_is_released_late_waits_for_the_next_time() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 5);
        releases(rounds.get(0), "Den første", false).statusCode(200);
        quarterGoesBy(work);
        list(work, work.dorte()).body("sentence", contains("Den første"));
        releases(rounds.get(1), "Den sene", false).body("state", equalTo("WAITING"));
        list(work, work.dorte()).body("sentence", contains("Den første"));
        quarterGoesBy(work);
        list(work, work.dorte()).body("sentence", contains("Den første")); // nobody has concluded a round meanwhile
        for (RoundStory round : concluded(work, 5)) {
            assertTrue(round.id() != null);
        }
        quarterGoesBy(work);
        list(work, work.dorte()).body("sentence", contains("Den sene", "Den første"));
    }

    @Test
    void what_has_been_read_without_a_name_can_be_taken_back_but_not_changed() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 6);
        releases(rounds.get(0), "Frst", false).statusCode(200);
        releases(rounds.get(0), "Først", false).statusCode(200);
        releases(rounds.get(1), "Dernæst", false).statusCode(200);
        quarterGoesBy(work);
        list(work, work.dorte()).body("sentence", containsInAnyOrder("Først", "Dernæst"));
        refused(releases(rounds.get(0), "Først og fremmest", false), "SEEN_WITHOUT_NAME");
        releases(rounds.get(0), "Først", false).statusCode(200).body("state", equalTo("SHOWN"));
        takesBack(rounds.get(0)).statusCode(200);
        list(work, work.dorte()).body("sentence", contains("Dernæst"));
        releases(rounds.get(0), "Først og fremmest", false).body("state", equalTo("WAITING"));
        list(work, work.dorte()).body("sentence", contains("Dernæst"));
    }

    @Test
    void nobody_can_put_their_name_on_where_it_would_leave_fewer_than_five_for_the_others() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 6);
        for (int i = 0; i < 3; i++) {
            releases(rounds.get(i), "Sætning " + (char) ('a' + i), false).statusCode(200);
        }
        quarterGoesBy(work);
        list(work, work.dorte()).body("", hasSize(3));
        releases(rounds.get(0), "Sætning a", true).statusCode(200);
        list(work, work.dorte()).body("find { it.sentence == 'Sætning a' }.by.name", equalTo("Anna"));
        refused(releases(rounds.get(1), "Sætning b", true), "NAME_WOULD_TELL_OF_OTHERS");
        refused(releases(rounds.get(5), "Først nu", true), "NAME_WOULD_TELL_OF_OTHERS");
        releases(rounds.get(5), "Først nu", false).statusCode(200);
        // Of a round that was not counted then, they can.
        releases(concludes(work, rounds.get(5).anna()), "Noget nyt", true).statusCode(200);
    }

    @Test
    void whose_it_is_stands_in_no_answer_log_or_other_table() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 5);
        RoundStory annas = rounds.get(0);
        annas.shares(true);
        List<String> readIn = new ArrayList<>();
        try (var log = new LogLines()) {
            releases(annas, canary, false).statusCode(200);
            quarterGoesBy(work);
            for (Operation operation : Operation.all()) {
                if (operation.writes() || operation.endless() || operation.open()) {
                    continue;
                }
                for (Employee reader : List.of(
                        work.cecilie(),
                        work.dorte(),
                        work.erik(),
                        work.bo(),
                        work.hr(),
                        rounds.get(4).anna())) {
                    ValidRequests requests = new ValidRequests(annas);
                    String answer = requests.of(operation, reader)
                            .request(operation.method(), requests.path(operation))
                            .asString();
                    if (answer.contains(canary)) {
                        readIn.add(operation.id());
                        assertFalse(answer.contains(work.anna().id().toString()), operation.id());
                        assertFalse(answer.contains("Anna"), operation.id());
                    }
                }
            }
            assertFalse(log.lines().stream().anyMatch(line -> line.contains(canary)));
        }
        assertEquals(Set.of("listLearning"), Set.copyOf(readIn));
        assertEquals(List.of("learning"), database.dump().tablesWith(canary));
        annas.anna().reads("/me/data").body("rounds[0].learning.sentence", equalTo(canary));
        annas.anna().reads("/me/access").body("content", everyItem(equalTo("SUMMARY")));
    }

    @Test
    void who_is_erased_takes_their_sentence_along_and_is_not_known_by_which_one_went() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 7);
        releases(rounds.get(0), canary, false).statusCode(200);
        releases(rounds.get(1), "En andens", false).statusCode(200);
        releases(rounds.get(6), "Med navn", true).statusCode(200);
        quarterGoesBy(work);
        list(work, work.dorte()).body("", hasSize(3));
        erases(work, rounds.get(0).anna());
        assertEquals(List.of(), database.dump().tablesWith(canary));
        list(work, work.dorte()).body("sentence", contains("Med navn"));
        rounds.get(1)
                .anna()
                .reads(rounds.get(1).path("/learning"))
                .body("state", equalTo("NO_LONGER_SHOWN"))
                .body("sentence", equalTo("En andens"));
        releases(rounds.get(1), "En andens", false).body("state", equalTo("WAITING"));
    }

    @Test
    void who_is_erased_without_having_released_anything_is_not_told_apart_by_that_either() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 5);
        releases(rounds.get(1), "En andens", false).statusCode(200);
        quarterGoesBy(work);
        list(work, work.dorte()).body("", hasSize(1));
        erases(work, rounds.get(0).anna());
        list(work, work.dorte()).body("", empty());
    }

    // --- at the edges ---

    @Test
    void only_the_evaluatee_of_a_concluded_round_who_is_in_a_team_releases_one_sentence() throws Exception {
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).summarised();
        round.anna().reads(round.path("/learning")).statusCode(404);
        RoundStory concluded = RoundStory.at(work).concluded();
        String path = concluded.path("/learning");
        concluded.bo().reads(path).statusCode(404);
        concluded
                .bo()
                .puts(path, "\"0\"", Map.of("sentence", "x", "named", true))
                .statusCode(404);
        Employee anna = concluded.anna();
        anna.reads(path)
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("state", equalTo("NOT_RELEASED"))
                .body("shownFrom", equalTo(nextQuarter()));
        for (String wrong : List.of(" ", "x".repeat(281), "010190-1234 kom igen")) {
            anna.puts(path, "\"0\"", Map.of("sentence", wrong, "named", false))
                    .statusCode(400)
                    .body("violations.field", contains("sentence"));
        }
        anna.puts(path, null, Map.of("sentence", "x", "named", false)).statusCode(428);
        anna.puts(path, "\"3\"", Map.of("sentence", "x", "named", false))
                .statusCode(412)
                .body("current.state", equalTo("NOT_RELEASED"));
        database.execute("update person set team_id = null where id = '" + anna.id() + "'");
        refused(anna.puts(path, "\"0\"", Map.of("sentence", "x", "named", false)), "NOT_IN_A_TEAM");
    }

    @Test
    void when_its_team_is_closed_it_is_shown_no_longer_and_still_its_authors() throws Exception {
        Workplace work = given.aWorkplace();
        RoundStory round = concludes(work, given.joins(work, "Lis", "Lageret"));
        releases(round, "Hyld for hyld", true).statusCode(200);
        moves(round.anna(), "Skranken");
        work.erik().reads("/me");
        database.execute("delete from team where name = 'Lageret' and organisation_id = '" + work.organisation() + "'");
        round.anna()
                .reads(round.path("/learning"))
                .statusCode(200)
                .body("state", equalTo("NO_LONGER_SHOWN"))
                .body("sentence", equalTo("Hyld for hyld"));
        releases(round, "Hyld for hyld", true).body("team.name", equalTo("Skranken"));
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended() throws Exception {
        Workplace work = given.aWorkplace();
        List<RoundStory> rounds = concluded(work, 7);
        for (int i = 0; i < 7; i++) {
            releases(rounds.get(i), "Sætning " + (char) ('a' + i), i == 6).statusCode(200);
        }
        quarterGoesBy(work);
        String path = "/teams/" + team(work) + "/learning";
        List<String> all = work.dorte().reads(path).extract().path("id");
        assertEquals(7, all.size());
        List<String> paged = new ArrayList<>();
        String next = path + "?limit=2";
        while (next != null) {
            ValidatableResponse page = work.dorte().reads(next).statusCode(200);
            paged.addAll(page.extract().path("id"));
            String link = page.extract().header("Link");
            next = link == null ? null : link.replaceAll("<.*/api/v1(.*)>.*|<(.*)>.*", "$1");
        }
        assertEquals(all, paged);
    }

    // --- the story ---

    private List<RoundStory> concluded(Workplace work, int people) {
        List<RoundStory> rounds = new ArrayList<>();
        List<Employee> evaluatees = new ArrayList<>(List.of(work.anna(), work.cecilie()));
        for (String name : NAMES.split(" ")) {
            if (evaluatees.size() < people) {
                evaluatees.add(
                        given.joins(work, name + UUID.randomUUID().toString().substring(0, 4), "Skranken"));
            }
        }
        evaluatees.forEach(evaluatee -> rounds.add(concludes(work, evaluatee)));
        return rounds;
    }

    /** A round of theirs, with Bo as ever. */
    private static RoundStory concludes(Workplace work, Employee evaluatee) {
        return RoundStory.at(new Workplace(
                        work.organisation(),
                        work.guide(),
                        evaluatee,
                        work.bo(),
                        work.cecilie(),
                        work.dorte(),
                        work.erik(),
                        work.hr()))
                .concluded();
    }

    private static ValidatableResponse releases(RoundStory round, String sentence, boolean named) {
        String path = round.path("/learning");
        return round.anna().puts(path, round.anna().etag(path), Map.of("sentence", sentence, "named", named));
    }

    private static ValidatableResponse takesBack(RoundStory round) {
        String path = round.path("/learning");
        return round.anna().sends("DELETE", path, round.anna().etag(path), null);
    }

    private static void refused(ValidatableResponse answer, String because) {
        answer.statusCode(409).body("unmet.code", contains(because));
    }

    private static String team(Workplace work) {
        return work.dorte().reads("/me").extract().path("leads[0].id");
    }

    /** As the team of Dorte's has it. */
    private static ValidatableResponse list(Workplace work, Employee reader) {
        return reader.reads("/teams/" + team(work) + "/learning");
    }

    private static String nextQuarter() {
        return Quarter.of(LocalDate.now()).until().toString();
    }

    private void moves(Employee employee, String team) throws SQLException {
        database.execute("update person p set team_id = t.id from team t where t.organisation_id = p.organisation_id"
                + " and t.name = '" + team + "' and p.id = '" + employee.id() + "'");
    }

    /** Everything here happened a quarter earlier. */
    private void quarterGoesBy(Workplace work) throws SQLException {
        String ago = " = (%1$s - interval '3 months')::date";
        for (String change : List.of(
                "learning set " + "concluded_on" + ago.formatted("concluded_on") + ", released_on"
                        + ago.formatted("released_on") + ", shown_on" + ago.formatted("shown_on"),
                "learning_pool set period_from" + ago.formatted("period_from") + ", period_until"
                        + ago.formatted("period_until") + ", kept_from" + ago.formatted("kept_from"))) {
            database.execute("update " + change + " where organisation_id = '" + work.organisation() + "'");
        }
    }

    private static void erases(Workplace work, Employee employee) {
        employee.sends("PUT", "/me/erasure-request", null, null).statusCode(200);
        work.erik()
                .sends("POST", "/erasure-requests/" + employee.id() + "/carry-out", null, null)
                .statusCode(204);
    }
}
