package dk.dialogspejl.provisioning.directory;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Canary;
import dk.dialogspejl.testing.CountedStatements;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator finds people, moves them, gives and takes roles, and lets them in no more; and is told beforehand. */
@QuarkusTest
class DirectoryTest extends ApiTest {

    private static final String PEOPLE = "/directory/people";

    @Inject
    AllHeard allHeard;

    private Workplace work;
    private Employee erik;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        erik = work.erik();
    }

    private static String at(Employee person) {
        return PEOPLE + "/" + person.id();
    }

    private static Map<String, Object> change(Object team, List<String> roles, Object... leads) {
        Map<String, Object> change = new HashMap<>();
        change.put("teamId", team);
        change.put("grantedRoles", roles);
        change.put("leads", List.of(leads));
        return change;
    }

    private String teamOf(Employee person) {
        return erik.reads(at(person)).extract().path("team.id");
    }

    private ValidatableResponse changes(Employee person, Map<String, Object> change) {
        ValidatableResponse answer = erik.puts(at(person), erik.etag(at(person)), change);
        allHeard.await();
        return answer;
    }

    private ValidatableResponse steps(Employee person, String step) {
        ValidatableResponse answer = erik.sends("POST", at(person) + "/" + step, erik.etag(at(person)), null);
        allHeard.await();
        return answer;
    }

    @Test
    void everybody_is_listed_by_name_with_what_they_may_and_nothing_of_what_they_do() {
        erik.reads(PEOPLE)
                .statusCode(200)
                .body("name", contains("Anna", "Bo", "Cecilie", "Dorte", "Erik"))
                .body("state", contains("ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE"))
                .body("[0].email", equalTo(work.anna().email()))
                .body("[0].team.name", equalTo("Skranken"))
                .body("[0].provisioned", equalTo(false))
                .body("[3].roles", containsInAnyOrder("EMPLOYEE", "LEADER"))
                .body("[3].leads.name", contains("Skranken"));
    }

    @Test
    void part_of_a_name_or_an_address_finds_and_team_role_and_state_leave_out() {
        given.whoLeft(work, "Hanne");
        erik.reads(PEOPLE + "?query=NN").body("name", contains("Anna", "Hanne"));
        erik.reads(PEOPLE + "?query=bo@").body("name", contains("Bo"));
        erik.reads(PEOPLE + "?query=%25").body("", empty());
        erik.reads(PEOPLE + "?team=" + teamOf(work.bo())).body("name", contains("Bo"));
        erik.reads(PEOPLE + "?role=LEADER").body("name", contains("Dorte"));
        erik.reads(PEOPLE + "?state=DEACTIVATED").body("name", contains("Hanne"));
        erik.reads(PEOPLE + "?state=ACTIVE&query=n").body("name", contains("Anna"));
    }

    @Test
    void pages_follow_each_other_whatever_people_are_called_and_no_name_is_in_the_address_of_the_next() {
        given.joins(work, "Bo2");
        List<String> names = new ArrayList<>();
        String next = PEOPLE + "?limit=2";
        for (int page = 0; page < 3; page++) {
            Response answer = erik.asks().urlEncodingEnabled(false).get(next);
            names.addAll(answer.path("name"));
            String link = answer.header("Link");
            assertEquals(page < 2, link != null);
            if (link != null) {
                next = link.replaceFirst("<(/api/v1)?([^>]+)>.*", "$2");
                String cursor = next.replaceFirst(".*cursor=([^&]+).*", "$1");
                assertFalse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).contains("Bo"));
            }
        }
        assertEquals(List.of("Anna", "Bo", "Bo2", "Cecilie", "Dorte", "Erik"), names);
    }

    @Test
    void a_long_page_takes_as_many_statements_as_a_short_one() {
        assertEquals(statements(PEOPLE + "?limit=1"), statements(PEOPLE + "?limit=100"));
    }

    private int statements(String path) {
        erik.reads(path);
        CountedStatements.restart();
        erik.reads(path).statusCode(200);
        return CountedStatements.sinceRestart();
    }

    @Test
    void a_new_role_holds_at_the_next_request_and_so_does_losing_it() {
        String team = teamOf(work.bo());
        work.bo().reads("/series").statusCode(403);
        changes(work.bo(), change(team, List.of("LEADER"), teamOf(work.anna())))
                .statusCode(200)
                .body("leads.name", contains("Skranken", "Telefonen"));
        work.bo().reads("/me").body("leads.name", contains("Skranken", "Telefonen"));
        work.bo().reads("/series").statusCode(200);
        changes(work.bo(), change(team, List.of())).body("leads", empty());
        work.bo().reads("/series").statusCode(403);
        erik.reads("/audit?by=" + erik.id())
                .body("kind", contains("LEADING_CHANGED", "ROLES_CHANGED", "LEADING_CHANGED", "ROLES_CHANGED"));
    }

    @Test
    void somebody_moved_is_in_the_other_team_and_no_longer_led_where_they_came_from() {
        String skranken = teamOf(work.anna());
        changes(work.bo(), change(skranken, List.of()))
                .statusCode(200)
                .body("team.name", equalTo("Skranken"))
                .body("version", equalTo(1));
        work.bo().reads("/me").body("team", equalTo("Skranken"));
        changes(work.bo(), change(null, List.of())).body("team", nullValue());
        erik.reads("/audit").body("kind", contains("PERSON_MOVED", "PERSON_MOVED"));
    }

    @Test
    void what_there_is_not_is_refused_at_its_field_and_only_leaders_lead() {
        changes(work.bo(), change(UUID.randomUUID(), List.of()))
                .statusCode(400)
                .body("violations.field", contains("teamId"));
        changes(work.bo(), change(null, List.of("LEADER"), UUID.randomUUID()))
                .statusCode(400)
                .body("violations.field", contains("leads"));
        changes(work.bo(), change(null, List.of(), teamOf(work.bo())))
                .statusCode(400)
                .body("violations[0].detail", equalTo("Kun ledere kan lede et team. Giv også rollen som leder."));
    }

    @Test
    void two_administrators_do_not_overwrite_each_other() {
        String seen = erik.etag(at(work.bo()));
        erik.puts(at(work.bo()), null, change(null, List.of())).statusCode(428);
        erik.puts(at(work.bo()), seen, change(null, List.of("FACILITATOR"))).statusCode(200);
        erik.puts(at(work.bo()), seen, change(null, List.of()))
                .statusCode(412)
                .body("current.roles", containsInAnyOrder("EMPLOYEE", "FACILITATOR"));
        erik.sends("POST", at(work.bo()) + "/deactivate", seen, null).statusCode(412);
    }

    @Test
    void before_somebody_is_deactivated_it_is_told_in_counts_what_follows_and_nothing_they_wrote() {
        String canary = Canary.words();
        RoundStory round = RoundStory.at(work).reflecting();
        round.writes("welcome", canary);
        RoundStory.at(work).discussing();
        String told = erik.reads(at(work.anna()) + "/deactivate")
                .statusCode(200)
                .body("kind", contains("SIGNED_OUT", "OWN_ROUNDS", "SUMMARIES"))
                .body("count", contains(1, 2, 1))
                .body("[1].detail", equalTo("2 forløb om personens egne dialoger går i stå."))
                .extract()
                .asString();
        assertFalse(told.contains(canary));
        erik.reads(at(work.bo()) + "/deactivate").body("kind", hasItems("PARTNER_ROUNDS", "SUMMARIES"));
        erik.reads(at(work.dorte()) + "/deactivate")
                .body("kind", contains("SIGNED_OUT", "TEAMS_WITHOUT_LEADER"))
                .body("[1].detail", equalTo("Ét team står uden leder."));
        assertFalse(erik.reads(PEOPLE).extract().asString().contains(canary));
    }

    @Test
    void nobody_is_watched_by_looking_ahead_again_and_again() {
        for (int i = 0; i < 10; i++) {
            erik.reads(at(work.anna()) + "/deactivate").statusCode(200);
            erik.posts(at(work.anna()) + "/preview", change(null, List.of())).statusCode(200);
        }
        erik.reads(at(work.anna()) + "/deactivate").statusCode(429);
        erik.posts(at(work.anna()) + "/preview", change(null, List.of())).statusCode(429);
        erik.reads(at(work.bo()) + "/deactivate").statusCode(200);
        steps(work.anna(), "deactivate").statusCode(200);
    }

    @Test
    void before_somebody_is_moved_it_is_told_who_loses_sight_and_which_team_its_leader() {
        String skranken = teamOf(work.anna());
        work.dorte()
                .posts(
                        "/teams/" + skranken + "/series",
                        Map.of(
                                "guideId",
                                work.guide(),
                                "mode",
                                "WITHOUT_VIDEO",
                                "periodFrom",
                                RoundStory.inDays(0).toString(),
                                "periodUntil",
                                RoundStory.inDays(14).toString(),
                                "numberOfDialogues",
                                3,
                                "pairing",
                                "THEMSELVES",
                                "rounds",
                                List.of(Map.of("evaluateeId", work.anna().id()))))
                .statusCode(201);
        String telefonen = teamOf(work.bo());
        erik.posts(at(work.anna()) + "/preview", change(telefonen, List.of()))
                .statusCode(200)
                .body("kind", contains("ROUNDS_OUT_OF_SIGHT"))
                .body("count", contains(1));
        erik.posts(at(work.anna()) + "/preview", change(skranken, List.of("FACILITATOR")))
                .body("", empty());
        erik.posts(at(work.dorte()) + "/preview", change(telefonen, List.of("LEADER"), skranken))
                .body("", empty());
        erik.posts(at(work.dorte()) + "/preview", change(telefonen, List.of("LEADER")))
                .body("kind", contains("TEAMS_WITHOUT_LEADER"));
        erik.reads(at(work.anna())).body("team.id", equalTo(skranken));
    }

    @Test
    void who_is_deactivated_is_out_at_once_and_comes_back_by_signing_in() {
        steps(work.bo(), "deactivate").statusCode(200).body("state", equalTo("DEACTIVATED"));
        work.bo().reads("/me").statusCode(401);
        erik.reads(at(work.bo()) + "/deactivate").body("", empty());
        steps(work.bo(), "reactivate").statusCode(200).body("state", equalTo("ACTIVE"));
        work.bo().reads("/me").statusCode(401);
        Employee back = new Employee(
                "Bo", work.bo().id(), work.bo().email(), Given.token(work.bo().email()));
        back.reads("/me").statusCode(200);
        erik.reads("/audit").body("kind", contains("PERSON_REACTIVATED", "PERSON_DEACTIVATED"));
    }

    @Test
    void the_last_administrator_stays_one_and_somebody_invited_does_not_count_as_the_next() {
        steps(erik, "deactivate").statusCode(409).body("unmet.code", contains("LAST_ADMINISTRATOR"));
        changes(erik, change(null, List.of())).statusCode(409).body("unmet.code", contains("LAST_ADMINISTRATOR"));
        erik.posts(
                        "/invitations",
                        Map.of(
                                "name",
                                "Mette",
                                "email",
                                "mette@" + work.organisation() + ".example",
                                "grantedRoles",
                                List.of("ADMINISTRATOR")))
                .statusCode(204);
        steps(erik, "deactivate").statusCode(409).body("unmet.code", contains("NO_ADMINISTRATOR_COULD_SIGN_IN"));
        changes(erik, change(null, List.of()))
                .statusCode(409)
                .body("unmet.code", contains("NO_ADMINISTRATOR_COULD_SIGN_IN"));
        changes(work.bo(), change(null, List.of("ADMINISTRATOR"))).statusCode(200);
        changes(erik, change(null, List.of())).statusCode(200);
        erik.reads(PEOPLE).statusCode(403);
        work.bo().reads(PEOPLE).statusCode(200);
    }

    @Test
    void who_comes_from_another_system_says_so_by_its_name_and_can_still_be_shut_out_here() {
        Employee system = given.aClient(work, Set.of(Scope.PEOPLE_PROVISION));
        String id = system.asks()
                .basePath("")
                .contentType(ContentType.JSON)
                .accept("application/scim+json")
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                        "userName",
                        "ida@" + work.organisation() + ".example",
                        "displayName",
                        "Ida"))
                .post("/scim/v2/Users")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        erik.reads(PEOPLE + "/" + id)
                .body("provisioned", equalTo(true))
                .body("provisionedBy", equalTo("HR"))
                .body("state", equalTo("ACTIVE"));
        erik.sends("POST", PEOPLE + "/" + id + "/deactivate", erik.etag(PEOPLE + "/" + id), null)
                .statusCode(200);
    }

    @Test
    void who_has_been_erased_or_is_in_another_organisation_is_unknown() {
        Employee hanne = given.whoLeft(work, "Hanne");
        erik.posts("/erasure-requests/" + hanne.id() + "/carry-out", null).statusCode(204);
        Employee elsewhere = given.aWorkplace().anna();
        for (Employee unknown : List.of(hanne, elsewhere)) {
            erik.reads(at(unknown)).statusCode(404);
            erik.reads(at(unknown) + "/deactivate").statusCode(404);
            erik.posts(at(unknown) + "/preview", change(null, List.of())).statusCode(404);
            erik.puts(at(unknown), "\"0\"", change(null, List.of())).statusCode(404);
        }
        erik.reads(PEOPLE).body("", hasSize(5));
    }
}
