package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Inbox;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invitation that waits can be seen, sent again and taken back. */
@QuarkusTest
class InvitationTest extends ApiTest {

    @Inject
    Inbox inbox;

    private Workplace work;
    private Employee erik;
    private String mette;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        erik = work.erik();
        mette = "mette@" + work.organisation() + ".example";
        erik.posts("/invitations", Map.of("name", "Mette Dahl", "email", mette)).statusCode(204);
    }

    private String invitation() {
        return "/invitations/"
                + erik.reads("/invitations").statusCode(200).extract().path("[0].person.id");
    }

    private Map<String, Object> series(String evaluatee) {
        return Map.of(
                "guideId", work.guide(),
                "mode", "WITHOUT_VIDEO",
                "periodFrom", RoundStory.inDays(0).toString(),
                "periodUntil", RoundStory.inDays(14).toString(),
                "numberOfDialogues", 3,
                "pairing", "THEMSELVES",
                "rounds", List.of(Map.of("evaluateeId", evaluatee)));
    }

    private static Response accept(String link) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("link", link, "password", "syv regnvåde giraffer"))
                .post("/api/v1/session/password");
    }

    @Test
    void it_waits_until_somebody_comes_in_by_it() {
        erik.reads("/invitations")
                .body("person.name", contains("Mette Dahl"))
                .body("email", contains(mette))
                .body("expired", contains(false));
        erik.reads("/directory/people?state=INVITED").body("name", contains("Mette Dahl"));
        erik.reads("/directory/people?state=ACTIVE").body("", hasSize(5));
        String waiting = invitation();
        accept(inbox.linkTo(mette).link()).then().statusCode(200);
        erik.reads("/invitations").body("", empty());
        erik.reads("/directory/people?state=INVITED").body("", empty());
        erik.posts(waiting + "/resend", null).statusCode(404);
        erik.sends("DELETE", waiting, null, null).statusCode(404);
    }

    @Test
    void it_is_sent_again_with_another_link_after_a_week_when_the_first_is_over() {
        String first = inbox.lettersTo(mette, 1).get(0).link();
        given.inOrganisation(
                work.organisation(),
                () -> Account.update(
                        "invitedAt = ?1 where login = ?2", Instant.now().minus(8, ChronoUnit.DAYS), mette));
        erik.reads("/invitations").body("expired", contains(true));
        erik.posts(invitation() + "/resend", null).statusCode(204);
        erik.reads("/invitations").body("expired", contains(false)).body("", hasSize(1));
        assertNotEquals(first, inbox.lettersTo(mette, 2).get(1).link());
        erik.reads("/audit").body("kind", contains("PERSON_INVITED", "PERSON_INVITED"));
    }

    @Test
    void taken_back_it_lets_nobody_in_and_leaves_the_address_free() {
        String link = inbox.lettersTo(mette, 1).get(0).link();
        String person = "/directory/people/" + invitation().substring("/invitations/".length());
        erik.sends("DELETE", invitation(), null, null).statusCode(204);
        accept(link).then().statusCode(410);
        erik.reads(person).statusCode(200).body("state", equalTo("DEACTIVATED")).body("email", nullValue());
        erik.reads("/invitations").body("", empty());
        erik.posts("/invitations", Map.of("name", "Mette Dahl Friis", "email", mette))
                .statusCode(204);
        erik.reads("/invitations").body("person.name", equalTo(List.of("Mette Dahl Friis")));
    }

    @Test
    void whose_invitation_was_taken_back_can_be_erased_and_then_their_name_is_nowhere() {
        String id = invitation().substring("/invitations/".length());
        String team =
                erik.reads("/directory/people/" + work.anna().id()).extract().path("team.id");
        String person = "/directory/people/" + id;
        erik.puts(person, erik.etag(person), Map.of("teamId", team, "grantedRoles", List.of(), "leads", List.of()))
                .statusCode(200);
        work.dorte().posts("/teams/" + team + "/series", series(id)).statusCode(201);
        erik.reads(person + "/deactivate").body("kind", contains("OWN_ROUNDS")).body("count", contains(1));
        erik.sends("DELETE", "/invitations/" + id, null, null).statusCode(204);
        erik.posts("/erasure-requests/" + id + "/carry-out", null).statusCode(204);
        erik.reads(person).statusCode(404);
        erik.reads("/directory/people").body("name", not(hasItem("Mette Dahl")));
        erik.reads("/audit").body("kind", hasItems("PERSON_DEACTIVATED", "PERSON_ERASED"));
    }
}
