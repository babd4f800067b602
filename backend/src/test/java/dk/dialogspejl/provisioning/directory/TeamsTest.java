package dk.dialogspejl.provisioning.directory;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator makes teams, renames them, and closes those that nobody is in. */
@QuarkusTest
class TeamsTest extends ApiTest {

    private static final String TEAMS = "/directory/teams";

    private Workplace work;
    private Employee erik;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        erik = work.erik();
    }

    private String made(String name) {
        return TEAMS + "/" + erik.creates(TEAMS, Map.of("name", name));
    }

    @Test
    void teams_are_listed_by_name_with_their_leaders_and_how_many_they_are() {
        given.whoLeft(work, "Hanne");
        erik.reads(TEAMS)
                .statusCode(200)
                .body("name", contains("Nye", "Skranken", "Telefonen"))
                .body("people", contains(1, 4, 1))
                .body("[1].leaders.name", contains("Dorte"));
        erik.reads(TEAMS + "?query=TELE").body("name", contains("Telefonen"));
        String next = erik.asks().get(TEAMS + "?limit=1").header("Link");
        erik.asks()
                .urlEncodingEnabled(false)
                .get(next.replaceFirst("<(/api/v1)?([^>]+)>.*", "$2"))
                .then()
                .body("name", contains("Skranken"));
    }

    @Test
    void two_teams_have_two_names_whatever_their_letters_case() {
        erik.posts(TEAMS, Map.of("name", "skranken "))
                .statusCode(400)
                .body("violations.field", contains("name"))
                .body("violations[0].detail", equalTo("Der er allerede et team med det navn."));
        String team = made("Omstillingen");
        erik.puts(team, erik.etag(team), Map.of("name", "TELEFONEN")).statusCode(400);
        erik.puts(team, erik.etag(team), Map.of("name", "omstillingen"))
                .statusCode(200)
                .body("name", equalTo("omstillingen"));
        erik.puts(team, "\"0\"", Map.of("name", "Hos os"))
                .statusCode(412)
                .body("current.name", equalTo("omstillingen"));
        erik.reads("/audit").body("kind", contains("TEAM_CHANGED", "TEAM_ADDED"));
    }

    @Test
    void a_team_is_closed_once_nobody_is_in_it_and_is_then_led_by_nobody() {
        String team = made("Omstillingen");
        String id = team.substring(team.lastIndexOf('/') + 1);
        String dorte = "/directory/people/" + work.dorte().id();
        String skranken = erik.reads(dorte).extract().path("team.id");
        String hanne = "/directory/people/" + given.whoLeft(work, "Hanne").id();
        erik.puts(hanne, erik.etag(hanne), Map.of("teamId", id, "grantedRoles", List.of(), "leads", List.of()))
                .statusCode(200);
        erik.puts(
                        dorte,
                        erik.etag(dorte),
                        Map.of("teamId", skranken, "grantedRoles", List.of("LEADER"), "leads", List.of(id)))
                .body("leads.name", contains("Omstillingen", "Skranken"));
        erik.sends("DELETE", team, null, null).statusCode(428);
        erik.sends("DELETE", team, erik.etag(team), null)
                .statusCode(409)
                .body("unmet.code", contains("TEAM_HAS_PEOPLE"));
        erik.puts(hanne, erik.etag(hanne), Map.of("grantedRoles", List.of(), "leads", List.of()))
                .statusCode(200);
        erik.sends("DELETE", team, erik.etag(team), null).statusCode(204);
        erik.reads(team).statusCode(404);
        erik.reads(dorte).body("leads.name", contains("Skranken"));
    }

    @Test
    void another_organisations_team_is_unknown() {
        Employee other = given.aWorkplace().erik();
        UUID elsewhere = other.creates(TEAMS, Map.of("name", "Hos de andre"));
        erik.reads(TEAMS + "/" + elsewhere).statusCode(404);
        erik.sends("DELETE", TEAMS + "/" + elsewhere, "\"0\"", null).statusCode(404);
        erik.reads(TEAMS + "?query=andre").body("", empty());
    }
}
