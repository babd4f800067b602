package dk.dialogspejl.rounds.series;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Canary;
import dk.dialogspejl.testing.CountedStatements;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A leader starts rounds for a team, follows them and reminds, and learns nothing else of them. */
@QuarkusTest
class SeriesTest extends ApiTest {

    @Inject
    EntityManager entities;

    @Inject
    AllHeard heard;

    private static String team(Workplace work) {
        return work.dorte().reads("/me").extract().path("leads[0].id");
    }

    private static String series(Workplace work) {
        return "/teams/" + team(work) + "/series";
    }

    /** Without rounds, as a preview is sent. */
    private static Map<String, Object> settings(Workplace work, PairedBy pairing) {
        return new HashMap<>(Map.of(
                "guideId",
                work.guide(),
                "mode",
                "WITHOUT_VIDEO",
                "periodFrom",
                RoundStory.inDays(0).toString(),
                "periodUntil",
                RoundStory.inDays(14).toString(),
                "numberOfDialogues",
                2,
                "pairing",
                pairing,
                "message",
                "Jeg glæder mig til at høre hvad I tager med."));
    }

    /** In another period, so that it is not the same again. */
    private static Map<String, Object> later(Map<String, Object> settings) {
        settings.put("periodUntil", RoundStory.inDays(15).toString());
        return settings;
    }

    private static ValidatableResponse preview(Workplace work, PairedBy pairing) {
        return work.dorte()
                .posts(series(work) + "/preview", settings(work, pairing))
                .statusCode(200);
    }

    /** As the preview suggests it. */
    private static Map<String, Object> asPreviewed(Workplace work, PairedBy pairing) {
        List<Map<String, Map<String, String>>> planned =
                preview(work, pairing).extract().path("rounds");
        Map<String, Object> command = settings(work, pairing);
        command.put("rounds", planned.stream().map(SeriesTest::round).toList());
        return command;
    }

    private static Map<String, String> round(Map<String, Map<String, String>> planned) {
        Map<String, String> round = new HashMap<>();
        round.put("evaluateeId", planned.get("evaluatee").get("id"));
        if (planned.containsKey("partner")) {
            round.put("partnerId", planned.get("partner").get("id"));
        }
        return round;
    }

    private static UUID start(Workplace work, PairedBy pairing) {
        return work.dorte().creates(series(work), asPreviewed(work, pairing));
    }

    private static UUID roundOf(Employee person) {
        return UUID.fromString(person.reads("/rounds?role=EVALUATEE").extract().path("[0].id"));
    }

    /** Colleagues in Dorte's team who never sign in. */
    private void joinTheTeam(Workplace work, int count) {
        given.inOrganisation(work.organisation(), () -> {
            Team team = Team.<Team>find("name", "Skranken").firstResult();
            IntStream.range(0, count)
                    .forEach(i -> new Person("Kollega %03d".formatted(i), null, null, team, Set.of()).persist());
            return null;
        });
    }

    private void inDatabase(Workplace work, String statement) {
        given.inOrganisation(
                work.organisation(), () -> entities.createNativeQuery(statement).executeUpdate());
    }

    // --- starting ---

    @Test
    void the_preview_pairs_the_team_and_says_who_is_left_out_and_why() {
        Workplace work = given.aWorkplace();
        joinTheTeam(work, 2);
        inDatabase(work, "update person set active = false where name = 'Kollega 001'");
        RoundStory.at(work).conducting();
        preview(work, PairedBy.SUGGESTION)
                .body("rounds.evaluatee.name", contains("Cecilie", "Erik", "Kollega 000"))
                .body("rounds.partner.name", containsInAnyOrder("Cecilie", "Erik", "Kollega 000"))
                .body("leftOut.person.name", contains("Anna", "Dorte", "Kollega 001"))
                .body("leftOut.because", contains("HAS_A_ROUND", "LEADS_THE_TEAM", "DEACTIVATED"))
                .body("partners.name", contains("Anna", "Cecilie", "Erik", "Kollega 000"));
        work.dorte().reads("/series").body("", empty());
    }

    @Test
    void somebody_alone_has_nobody_to_be_paired_with_but_may_choose() {
        Workplace work = given.aWorkplace();
        inDatabase(work, "update person set active = false where name in ('Cecilie', 'Erik')");
        preview(work, PairedBy.SUGGESTION)
                .body("rounds", empty())
                .body("leftOut.find { it.person.name == 'Anna' }.because", is("NOBODY_TO_PAIR_WITH"));
        preview(work, PairedBy.THEMSELVES)
                .body("rounds.evaluatee.name", contains("Anna"))
                .body("rounds.partner", not(hasItem(not(nullValue()))));
    }

    @Test
    void the_partner_of_last_time_is_not_suggested_again() {
        Workplace work = given.aWorkplace();
        joinTheTeam(work, 1);
        UUID first = start(work, PairedBy.SUGGESTION);
        inDatabase(work, "update round set status = 'FOLLOWED_UP', partner_answer = 'ACCEPTED'");
        List<Map<String, Map<String, String>>> again = work.dorte()
                .posts(series(work) + "/preview", later(settings(work, PairedBy.SUGGESTION)))
                .statusCode(200)
                .extract()
                .path("rounds");
        Map<String, Object> before = new HashMap<>();
        given.inOrganisation(
                        work.organisation(),
                        () -> entities.createNativeQuery(
                                        "select evaluatee_id, partner_id from round where series_id = :series",
                                        Object[].class)
                                .setParameter("series", first)
                                .getResultList())
                .forEach(row -> before.put(((Object[]) row)[0].toString(), ((Object[]) row)[1].toString()));
        assertEquals(4, again.size());
        again.forEach(planned -> assertTrue(!before.get(planned.get("evaluatee").get("id"))
                .equals(planned.get("partner").get("id"))));
    }

    @Test
    void whom_somebody_has_chosen_themselves_cannot_be_told_from_any_number_of_suggestions() {
        Workplace work = given.aWorkplace();
        joinTheTeam(work, 1);
        Set<String> anybody = partnersSuggestedTo(work.anna(), work);
        UUID own = work.anna()
                .creates(
                        "/rounds",
                        Map.of(
                                "guideId",
                                work.guide(),
                                "partnerId",
                                work.cecilie().id(),
                                "mode",
                                "WITHOUT_VIDEO"));
        work.cecilie().steps(own, "accept").statusCode(200);
        inDatabase(work, "update round set status = 'FOLLOWED_UP'");
        assertEquals(3, anybody.size());
        assertEquals(anybody, partnersSuggestedTo(work.anna(), work));
    }

    @Test
    void who_was_proposed_is_avoided_whoever_the_partner_came_to_be() {
        Workplace work = given.aWorkplace();
        joinTheTeam(work, 1);
        Map<String, Object> command = settings(work, PairedBy.LEADER);
        command.put(
                "rounds",
                List.of(Map.of(
                        "evaluateeId",
                        work.anna().id(),
                        "partnerId",
                        work.cecilie().id())));
        work.dorte().creates(series(work), command);
        inDatabase(
                work,
                "update round set status = 'FOLLOWED_UP', partner_answer = 'ACCEPTED', partner_id = '"
                        + work.erik().id() + "'");
        Set<String> suggested = partnersSuggestedTo(work.anna(), work);
        assertEquals(2, suggested.size());
        assertTrue(suggested.contains(work.erik().id().toString()), "whom she asked instead is nothing to go by");
    }

    /** By as many suggestions as it takes to see everybody who can be. */
    private static Set<String> partnersSuggestedTo(Employee person, Workplace work) {
        return IntStream.range(0, 40)
                .mapToObj(suggestion -> work.dorte()
                        .posts(
                                series(work) + "/preview?suggestion=" + suggestion,
                                later(settings(work, PairedBy.SUGGESTION)))
                        .statusCode(200)
                        .extract()
                        .<String>path("rounds.find { it.evaluatee.id == '" + person.id() + "' }.partner.id"))
                .collect(Collectors.toSet());
    }

    @Test
    void everybody_is_told_and_finds_the_round_with_the_leaders_message() {
        Workplace work = given.aWorkplace();
        Map<String, Object> command = settings(work, PairedBy.LEADER);
        command.put(
                "rounds",
                List.of(Map.of(
                        "evaluateeId",
                        work.anna().id(),
                        "partnerId",
                        work.cecilie().id())));
        work.dorte()
                .posts(series(work), command)
                .statusCode(201)
                .body("people.person.name", contains("Anna"))
                .body("people[0].status", is("PREPARING"));
        for (Employee one : List.of(work.anna(), work.cecilie())) {
            one.reads("/rounds")
                    .body("", hasSize(1))
                    .body("[0].startedBy.leader.name", is("Dorte"))
                    .body("[0].startedBy.message", is("Jeg glæder mig til at høre hvad I tager med."))
                    .body("[0].partnerAnswer", is("INVITED"))
                    .body("[0].periodUntil", is(RoundStory.inDays(14).toString()));
        }
        work.anna().reads("/me/notifications").body("text", contains("Dorte har sat et forløb i gang for dig."));
        work.cecilie()
                .reads("/me/notifications")
                .body("text", contains("Du er foreslået som sparringspartner for Anna."));
        UUID round = roundOf(work.anna());
        work.anna()
                .reads("/rounds/" + round + "/history")
                .body("step", contains("INVITE"))
                .body("by.name", contains("Dorte"));
        work.cecilie().steps(round, "accept").statusCode(200);
        work.dorte().reads("/rounds").body("", empty());
        work.dorte().reads("/rounds/" + round).statusCode(404);
    }

    @Test
    void who_chooses_a_partner_begins_without_one_and_names_one_in_the_agreement() {
        Workplace work = given.aWorkplace();
        start(work, PairedBy.THEMSELVES);
        UUID round = roundOf(work.anna());
        work.anna()
                .reads("/rounds/" + round)
                .body("partner", nullValue())
                .body("partnerAnswer", is("NOT_ASKED"))
                .body("waitingFor.find { it.step == 'CONFIRM' }.unmet.code", hasItem("PARTNER_NOT_ASKED"))
                .body("allowedSteps", contains("CANCEL"));
        String agreement = "/rounds/" + round + "/agreement";
        Map<String, Object> change = RoundStory.at(work).agreement();
        change.remove("partnerId");
        work.anna()
                .puts(agreement, work.anna().etag(agreement), change)
                .statusCode(200)
                .body("partner", nullValue());
        change.put("partnerId", work.anna().id());
        work.anna().puts(agreement, work.anna().etag(agreement), change).statusCode(400);
        change.put("partnerId", work.bo().id());
        work.anna()
                .puts(agreement, work.anna().etag(agreement), change)
                .statusCode(200)
                .body("partner.name", is("Bo"));
        work.bo().reads("/me/notifications").body("kind", contains("INVITED"));
        work.anna().reads("/me/notifications").body("find { it.kind == 'STARTED_FOR_YOU' }.read", is(true));
        work.anna().reads("/rounds/" + round + "/history").body("step", contains("BEGIN", "INVITE"));
        work.bo().reads("/rounds/" + round + "/history").body("step", contains("INVITE"));
        work.bo().steps(round, "accept").statusCode(200);
    }

    @Test
    void who_has_chosen_nobody_can_give_the_round_up() {
        Workplace work = given.aWorkplace();
        start(work, PairedBy.THEMSELVES);
        work.anna().steps(roundOf(work.anna()), "cancel").statusCode(200).body("status", is("CANCELLED"));
        work.anna().reads("/me/data").statusCode(200);
        work.anna()
                .asks()
                .accept("text/html")
                .get("/me/data/page")
                .then()
                .statusCode(200)
                .body(containsString("Dorte"));
    }

    @Test
    void what_cannot_be_is_refused_field_by_field() {
        Workplace work = given.aWorkplace();
        UUID anna = work.anna().id();
        Map<String, Object> command = settings(work, PairedBy.LEADER);
        work.dorte().posts(series(work), command).statusCode(400).body("violations.field", contains("rounds"));
        command.put(
                "rounds",
                List.of(
                        Map.of("evaluateeId", anna, "partnerId", anna),
                        Map.of("evaluateeId", anna),
                        Map.of(
                                "evaluateeId",
                                work.erik().id(),
                                "partnerId",
                                work.cecilie().id())));
        work.dorte()
                .posts(series(work), command)
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder("rounds[0].partnerId", "rounds[1].evaluateeId", "rounds[1].partnerId"));
        command.put("periodUntil", RoundStory.inDays(-1).toString());
        work.dorte()
                .posts(series(work) + "/preview", command)
                .statusCode(400)
                .body("violations.field", everyItem(equalTo("periodUntil")));
        work.dorte().reads("/series").body("", empty());
    }

    @Test
    void where_new_rounds_are_without_video_a_team_gets_none_with_it_either() {
        Workplace work = given.aWorkplace();
        Map<String, Object> command = asPreviewed(work, PairedBy.SUGGESTION);
        command.put("mode", "WITH_VIDEO");
        work.chooses("videoAllowed", false);
        for (String path : List.of(series(work) + "/preview", series(work))) {
            work.dorte().posts(path, command).statusCode(400).body("violations.field", contains("mode"));
        }
        work.anna().reads("/rounds").body("", empty());
        command.put("mode", "WITHOUT_VIDEO");
        work.dorte().creates(series(work), command);
        work.anna().reads("/rounds?role=EVALUATEE").body("mode", contains("WITHOUT_VIDEO"));
    }

    @Test
    void who_has_come_into_a_round_meanwhile_or_is_a_stranger_or_leads_is_started_nothing_for() {
        Workplace work = given.aWorkplace();
        Map<String, Object> command = asPreviewed(work, PairedBy.THEMSELVES);
        RoundStory.at(work).invited();
        work.dorte().posts(series(work), command).statusCode(409).body("unmet.code", contains("PEOPLE_HAVE_CHANGED"));
        for (Employee other :
                List.of(work.bo(), work.dorte(), given.aWorkplace().anna())) {
            command.put("rounds", List.of(Map.of("evaluateeId", other.id())));
            work.dorte().posts(series(work), command).statusCode(409);
        }
        Map<String, Object> paired = settings(work, PairedBy.LEADER);
        for (Employee other :
                List.of(work.bo(), work.dorte(), given.aWorkplace().anna())) {
            paired.put("rounds", List.of(Map.of("evaluateeId", work.cecilie().id(), "partnerId", other.id())));
            work.dorte().posts(series(work), paired).statusCode(409);
        }
        work.cecilie().reads("/rounds").body("", empty());
    }

    @Test
    void the_same_request_twice_starts_nothing_twice() throws Exception {
        Workplace work = given.aWorkplace();
        Map<String, Object> command = asPreviewed(work, PairedBy.SUGGESTION);
        String key = UUID.randomUUID().toString();
        List<String> ids = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            ids.add(work.dorte()
                    .asks()
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(command)
                    .post(series(work))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        assertEquals(ids.get(0), ids.get(1));
        work.dorte().posts(series(work), command).statusCode(409).body("unmet.code", contains("ALREADY_STARTED"));
        work.anna().reads("/rounds?role=EVALUATEE").body("", hasSize(1));
    }

    @Test
    void two_leaders_at_once_start_one() throws Exception {
        Workplace work = given.aWorkplace();
        Map<String, Object> command = asPreviewed(work, PairedBy.SUGGESTION);
        String path = series(work);
        Callable<Integer> starts =
                () -> work.dorte().posts(path, command).extract().statusCode();
        List<Integer> answers = AtOnce.call(List.of(starts, starts, starts, starts));
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(3, answers.stream().filter(status -> status == 409).count(), answers.toString());
        work.anna().reads("/rounds?role=EVALUATEE").body("", hasSize(1));
    }

    @Test
    void three_hundred_people_take_as_many_statements_as_three() {
        Workplace few = given.aWorkplace();
        Workplace many = given.aWorkplace();
        joinTheTeam(many, 297);
        int withFew = statementsToStart(few, 3);
        int withMany = statementsToStart(many, 300);
        assertEquals(withFew, withMany);
        assertEquals(statementsToRead(few), statementsToRead(many));
    }

    private static int statementsToStart(Workplace work, int people) {
        Map<String, Object> command = asPreviewed(work, PairedBy.SUGGESTION);
        String path = series(work);
        CountedStatements.restart();
        long began = System.nanoTime();
        ValidatableResponse answer = work.dorte().posts(path, command);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        int statements = CountedStatements.sinceRestart();
        answer.statusCode(201).body("people", hasSize(people));
        System.out.printf("Started %d rounds: %.2f s, %d statements%n", people, took.toMillis() / 1000.0, statements);
        return statements;
    }

    private static int statementsToRead(Workplace work) {
        String id = work.dorte().reads("/series").extract().path("[0].id");
        CountedStatements.restart();
        work.dorte().reads("/series");
        work.dorte().reads("/series/" + id);
        return CountedStatements.sinceRestart();
    }

    // --- following ---

    @Test
    void the_leader_sees_how_many_stand_where_and_what_is_late() {
        Workplace work = given.aWorkplace();
        UUID series = start(work, PairedBy.THEMSELVES);
        inDatabase(
                work,
                "update round set status = 'CONDUCTING', period_from = current_date - 9,"
                        + " period_until = current_date" + " where evaluatee_id = '"
                        + work.anna().id() + "'");
        inDatabase(
                work,
                "update round set status = 'CONCLUDED' where evaluatee_id = '"
                        + work.erik().id() + "'");
        work.dorte()
                .reads("/series")
                .body("[0].id", is(series.toString()))
                .body("[0].team.name", is("Skranken"))
                .body("[0].standing.status", containsInAnyOrder("PREPARING", "CONDUCTING", "CONCLUDED"))
                .body("[0].standing.find { it.status == 'CONDUCTING' }.late", is(1))
                .body("[0].standing.people", everyItem(is(1)));
        work.dorte()
                .reads("/series/" + series)
                .body("people.person.name", contains("Anna", "Cecilie", "Erik"))
                .body("people.late", contains(true, false, false))
                .body("people.since", everyItem(is(RoundStory.inDays(0).toString())))
                .body("startedBy.name", is("Dorte"));
    }

    @Test
    void who_has_left_the_team_or_is_deactivated_is_no_longer_followed() {
        Workplace work = given.aWorkplace();
        UUID series = start(work, PairedBy.THEMSELVES);
        inDatabase(work, "update person set team_id = null where name = 'Anna'");
        inDatabase(work, "update person set active = false where name = 'Erik'");
        work.dorte().reads("/series/" + series).body("people.person.name", contains("Cecilie"));
        work.dorte().reads("/series").body("[0].standing.people", contains(1));
    }

    @Test
    void other_leaders_get_what_does_not_exist() {
        Workplace work = given.aWorkplace();
        UUID series = start(work, PairedBy.THEMSELVES);
        Employee otherTeams = leads(work, work.bo(), "Telefonen");
        Employee elsewhere = given.aWorkplace().dorte();
        for (Employee leader : List.of(otherTeams, elsewhere)) {
            Map<String, Object> command = settings(work, PairedBy.THEMSELVES);
            leader.reads("/series").statusCode(200).body("", empty());
            leader.reads("/series/" + series).statusCode(404);
            leader.posts(
                            "/series/" + series + "/reminders",
                            Map.of("people", List.of(work.anna().id())))
                    .statusCode(404);
            leader.posts(series(work) + "/preview", command).statusCode(404);
            command.put("rounds", List.of(Map.of("evaluateeId", work.anna().id())));
            leader.posts(series(work), command).statusCode(404);
        }
        work.anna().reads("/me/notifications").body("kind", not(hasItem("REMINDED")));
        inDatabase(
                work,
                "delete from team_leadership where leader_id = '" + work.dorte().id() + "'");
        work.dorte().reads("/series/" + series).statusCode(404);
    }

    /** Somebody becomes leader of a team. */
    private Employee leads(Workplace work, Employee person, String team) {
        given.inOrganisation(work.organisation(), () -> {
            Person leader = Person.activeById(person.id()).orElseThrow();
            leader.have(Set.of(Role.LEADER));
            new TeamLeadership(Team.<Team>find("name", team).firstResult(), leader).persist();
            return null;
        });
        heard.await();
        return new Employee(person.name(), person.id(), person.email(), Given.token(person.email()));
    }

    // --- reminding ---

    @Test
    void a_reminder_says_what_waits_and_comes_once_a_day() {
        Workplace work = given.aWorkplace();
        UUID series = start(work, PairedBy.THEMSELVES);
        String reminders = "/series/" + series + "/reminders";
        Map<String, Object> everybody = Map.of(
                "people",
                List.of(work.anna().id(), work.cecilie().id(), work.bo().id(), UUID.randomUUID()));
        work.dorte()
                .posts(reminders, everybody)
                .statusCode(200)
                .body("people.findAll { it.remindedOn != null }.person.name", contains("Anna", "Cecilie"))
                .body("people.remindedOn", hasItems(RoundStory.inDays(0).toString()));
        work.anna()
                .reads("/me/notifications")
                .body(
                        "find { it.kind == 'REMINDED' }.text",
                        is("Dorte minder om dit forløb. Næste skridt er at vælge en sparringspartner."));
        String newest = work.anna().reads("/me/notifications").extract().path("[0].at");
        work.anna().posts("/me/notifications/read", Map.of("until", newest)).statusCode(204);
        work.dorte().posts(reminders, everybody).statusCode(200);
        work.anna().reads("/me/notifications").body("kind", contains("REMINDED", "STARTED_FOR_YOU"));
        work.bo().reads("/me/notifications").body("", empty());
        inDatabase(work, "update round set reminded_on = current_date - 2");
        work.dorte().posts(reminders, everybody).statusCode(200);
        work.anna().reads("/me/notifications").body("kind", contains("REMINDED", "REMINDED", "STARTED_FOR_YOU"));
    }

    @Test
    void whoever_is_done_is_not_reminded() {
        Workplace work = given.aWorkplace();
        UUID series = start(work, PairedBy.THEMSELVES);
        inDatabase(
                work,
                "update round set status = 'CONCLUDED' where evaluatee_id = '"
                        + work.anna().id() + "'");
        work.dorte()
                .posts(
                        "/series/" + series + "/reminders",
                        Map.of("people", List.of(work.anna().id())))
                .statusCode(200)
                .body("people.remindedOn", not(hasItem(not(nullValue()))));
        work.anna().reads("/me/notifications").body("kind", not(hasItem("REMINDED")));
    }

    // --- what a leader never sees ---

    @Test
    void nothing_that_anybody_wrote_agreed_on_or_chose_is_in_what_a_leader_can_read() {
        Workplace work = given.aWorkplace();
        String canary = Canary.words();
        UUID series = start(work, PairedBy.THEMSELVES);
        UUID round = roundOf(work.anna());
        RoundStory story = RoundStory.at(work).going(round);
        Map<String, Object> agreement = story.agreement();
        agreement.put("method", canary);
        agreement.put("setting", canary);
        agreement.put("cooperation", canary);
        String path = story.path("/agreement");
        work.anna().puts(path, work.anna().etag(path), agreement).statusCode(200);
        work.bo().steps(round, "accept").statusCode(200);
        for (Employee one : List.of(work.anna(), work.bo())) {
            one.puts(path, one.etag(path), agreement).statusCode(200);
        }
        work.anna().steps(round, "confirm").statusCode(200);
        work.bo().steps(round, "confirm").statusCode(200);
        work.anna().steps(round, "start").statusCode(200);
        seesNothing(work, series, canary);
        Map<String, Object> dialogue = story.dialogue();
        dialogue.put("label", canary);
        story.holds(dialogue);
        work.anna()
                .steps(round, "finish-dialogues", Map.of("fewerDialoguesReason", canary))
                .statusCode(200);
        story.writes("welcome", canary).shares("welcome");
        feedback(story, canary);
        seesNothing(work, series, canary);
        work.anna().steps(round, "open-discussion", Map.of("talkPlace", canary)).statusCode(200);
        Map<String, Object> summary = story.summary();
        summary.put("workedWell", canary);
        summary.put("learning", canary);
        summary.put("focusPoints", List.of(canary, canary + " to"));
        work.anna()
                .puts(story.path("/summary"), work.anna().etag(story.path("/summary")), summary)
                .statusCode(200);
        seesNothing(work, series, canary);
        work.anna().steps(round, "cancel", Map.of("reason", canary)).statusCode(200);
        seesNothing(work, series, canary);
    }

    private static void feedback(RoundStory story, String canary) {
        String sheet = story.path("/partner-feedback");
        String version =
                "\"" + story.bo().reads(sheet).extract().path("topics.find { it.topic == 'welcome' }.version") + "\"";
        story.bo()
                .puts(
                        sheet + "/welcome",
                        version,
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
    }

    /** All that is open to leaders, and all that everybody has, read by the leader. */
    private static void seesNothing(Workplace work, UUID series, String canary) {
        Employee leader = work.dorte();
        List<String> answers = new ArrayList<>();
        for (String path : List.of(
                "/series",
                "/series/" + series,
                "/teams/" + team(work) + "/insight",
                "/rounds",
                "/me",
                "/me/notifications",
                "/me/access",
                "/me/data")) {
            answers.add(leader.asks().get(path).asString());
        }
        answers.add(leader.posts(series(work) + "/preview", later(settings(work, PairedBy.SUGGESTION)))
                .statusCode(200)
                .extract()
                .asString());
        Map<String, Object> another = later(settings(work, PairedBy.THEMSELVES));
        another.put("rounds", List.of(Map.of("evaluateeId", work.anna().id())));
        answers.add(leader.posts(series(work), another).extract().asString());
        answers.add(leader.posts(
                        "/series/" + series + "/reminders",
                        Map.of("people", List.of(work.anna().id())))
                .extract()
                .asString());
        answers.forEach(answer -> {
            assertTrue(!answer.contains(canary), answer);
            assertTrue(!answer.contains(work.bo().name() + "\""), answer); // whom Anna chose
        });
        leader.reads("/series/" + series).body("people.person.name", hasItem("Anna"));
    }

    @Test
    void a_leader_who_is_erased_leaves_no_message() {
        Workplace work = given.aWorkplace();
        start(work, PairedBy.THEMSELVES);
        work.dorte().puts("/me/erasure-request", null, null).statusCode(200);
        work.erik()
                .posts("/erasure-requests/" + work.dorte().id() + "/carry-out", null)
                .statusCode(204);
        work.anna()
                .reads("/rounds")
                .body("[0].startedBy.leader.name", containsString("Anonym"))
                .body("[0].startedBy.message", nullValue());
    }
}
