package dk.dialogspejl.identity.provider;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.organisation.PersonErased;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Inbox;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** Who comes in through a provider, and as whom. */
@QuarkusTest
class ProviderSignInTest extends ProviderTest {

    @Inject
    Event<PersonErased> erased;

    @Inject
    Inbox inbox;

    @Test
    void somebody_here_already_comes_in_with_their_verified_address() {
        provider.answers(provider.claims("anna-1", work.anna().email().toUpperCase()));
        Response response = signIn(provider.issuer);
        assertEquals(work.anna().id(), personIn(response));
        response.then()
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Cache-Control", "no-store");
        RestAssured.given()
                .cookie("refresh", response.cookie("refresh"))
                .post("/api/v1/session/refresh")
                .then()
                .statusCode(200);
        assertFalse(response.asString().contains("id_token"));
    }

    @Test
    void afterwards_they_are_known_by_the_subject_whatever_their_address_has_become() {
        provider.answers(provider.claims("anna-1", work.anna().email()));
        signIn(provider.issuer).then().statusCode(200);
        JwtClaims renamed = provider.claims("anna-1", "anna.gift@" + domain(work));
        renamed.unsetClaim("email_verified");
        provider.answers(renamed);
        assertEquals(work.anna().id(), personIn(signIn(provider.issuer)));
    }

    @Test
    void an_address_that_has_been_given_to_another_does_not_open_the_first_ones_account() {
        provider.answers(provider.claims("anna-1", work.anna().email()));
        signIn(provider.issuer).then().statusCode(200);
        provider.answers(provider.claims("anna-2", work.anna().email()));
        assertEquals("not-invited", refusal(signIn(provider.issuer)));
    }

    @Test
    void an_address_that_is_not_verified_proves_nothing() {
        for (Object verified : new Object[] {false, "true", 1}) {
            JwtClaims claims = provider.claims("anna-1", work.anna().email());
            claims.setClaim("email_verified", verified);
            provider.answers(claims);
            assertEquals("not-invited", refusal(signIn(provider.issuer)), verified.toString());
        }
        JwtClaims silent = provider.claims("anna-1", work.anna().email());
        silent.unsetClaim("email_verified");
        provider.answers(silent);
        signIn(provider.issuer).then().statusCode(403).body("title", equalTo("Du er ikke oprettet her endnu"));
    }

    @Test
    void a_provider_speaks_for_addresses_in_its_own_domains_only() throws SQLException {
        Workplace elsewhere = given.aWorkplace();
        try (TestProvider theirs = new TestProvider()) {
            trust.trust(elsewhere.organisation(), theirs.issuer, domain(elsewhere), FirstSignIn.EMPLOYEE);
            theirs.answers(theirs.claims("anna-1", work.anna().email()));
            assertEquals("not-invited", refusal(signIn(theirs.issuer)));
            provider.answers(provider.claims("x", elsewhere.anna().email()));
            assertEquals("not-invited", refusal(signIn(provider.issuer)));
        }
    }

    @Test
    void the_same_subject_at_two_organisations_providers_is_two_people() throws SQLException {
        Workplace elsewhere = given.aWorkplace();
        try (TestProvider theirs = new TestProvider()) {
            trust.trust(elsewhere.organisation(), theirs.issuer, domain(elsewhere), FirstSignIn.INVITED);
            provider.answers(provider.claims("1", work.anna().email()));
            assertEquals(work.anna().id(), personIn(signIn(provider.issuer)));
            theirs.answers(theirs.claims("1", elsewhere.bo().email()));
            assertEquals(elsewhere.bo().id(), personIn(signIn(theirs.issuer)));
        }
    }

    @Test
    void a_token_of_one_organisations_provider_is_no_good_at_anothers() throws SQLException {
        Workplace elsewhere = given.aWorkplace();
        try (TestProvider theirs = new TestProvider()) {
            trust.trust(elsewhere.organisation(), theirs.issuer, domain(elsewhere), FirstSignIn.EMPLOYEE);
            JwtClaims stolen = theirs.claims("x", work.anna().email());
            provider.answers(TestProvider.sign(stolen, "RS256", theirs.rsa, header -> {}));
            assertEquals("provider-refused", refusal(signIn(provider.issuer)));
            stolen.setIssuer(provider.issuer);
            provider.answers(TestProvider.sign(stolen, "RS256", theirs.rsa, header -> {}));
            assertEquals("provider-refused", refusal(signIn(provider.issuer)));
        }
    }

    @Test
    void where_only_the_invited_may_a_stranger_does_not_come_in() {
        provider.answers(provider.claims("ny-1", "ny@" + domain(work)));
        assertEquals("not-invited", refusal(signIn(provider.issuer)));
    }

    @Test
    void where_the_rule_says_so_a_stranger_becomes_an_employee_and_no_more() throws SQLException {
        try (TestProvider open = new TestProvider()) {
            trust.trust(work.organisation(), open.issuer, "kommune-" + domain(work), FirstSignIn.EMPLOYEE);
            open.answers(open.claims("ny-1", "mette@kommune-" + domain(work)));
            Response response = signIn(open.issuer);
            UUID mette = personIn(response);
            RestAssured.given()
                    .header("Authorization", "Bearer " + response.path("access_token"))
                    .get("/api/v1/me")
                    .then()
                    .body("name", equalTo("Mette Dahl"))
                    .body("roles", equalTo(List.of("EMPLOYEE")));
            assertEquals(mette, personIn(signIn(open.issuer)));
        }
    }

    @Test
    void ten_first_sign_ins_at_once_make_one_employee() throws Exception {
        try (TestProvider open = new TestProvider()) {
            trust.trust(work.organisation(), open.issuer, "kommune-" + domain(work), FirstSignIn.EMPLOYEE);
            open.answers(open.claims("ny-1", "mette@kommune-" + domain(work)));
            List<UUID> people = AtOnce.call(Collections.nCopies(10, () -> personIn(signIn(open.issuer))));
            assertEquals(1, people.stream().distinct().count());
        }
    }

    @Test
    void who_has_left_does_not_come_back_through_the_provider() throws SQLException {
        try (TestProvider open = new TestProvider()) {
            trust.trust(work.organisation(), open.issuer, "kommune-" + domain(work), FirstSignIn.EMPLOYEE);
            open.answers(open.claims("ny-1", "mette@kommune-" + domain(work)));
            trust.deactivate(work.organisation(), personIn(signIn(open.issuer)));
            assertEquals("not-invited", refusal(signIn(open.issuer)));
        }
        trust.deactivate(work.organisation(), work.bo().id());
        provider.answers(provider.claims("bo-1", work.bo().email()));
        assertEquals("not-invited", refusal(signIn(provider.issuer)));
    }

    @Test
    void nothing_of_who_is_erased_is_kept_of_their_provider() {
        provider.answers(provider.claims("anna-1", work.anna().email()));
        signIn(provider.issuer).then().statusCode(200);
        long before = given.inOrganisation(work.organisation(), () -> IdentityLink.count());
        given.inOrganisation(work.organisation(), () -> {
            erased.fire(new PersonErased(work.anna().id()));
            return null;
        });
        long after = given.inOrganisation(work.organisation(), () -> IdentityLink.count());
        assertEquals(List.of(1L, 0L), List.of(before, after));
        assertEquals("not-invited", refusal(signIn(provider.issuer)));
    }

    @Test
    void a_provider_no_longer_trusted_opens_nothing() throws SQLException {
        provider.answers(provider.claims("anna-1", work.anna().email()));
        signIn(provider.issuer).then().statusCode(200);
        trust.stopTrusting(work.organisation());
        assertEquals("no-provider", refusal(signIn(provider.issuer)));
        assertEquals("no-provider", refusal(find(work.anna().email())));
    }

    @Test
    void an_issuer_and_a_domain_are_one_organisations_alone() {
        Workplace elsewhere = given.aWorkplace();
        SQLException issuer = assertThrows(
                SQLException.class,
                () -> trust.trust(elsewhere.organisation(), provider.issuer, domain(elsewhere), FirstSignIn.EMPLOYEE));
        assertEquals("23505", issuer.getSQLState());
        SQLException domain = assertThrows(
                SQLException.class,
                () -> trust.trust(
                        elsewhere.organisation(), "https://andre.example", domain(work), FirstSignIn.EMPLOYEE));
        assertEquals("23505", domain.getSQLState());
    }

    @Test
    void the_provider_is_found_by_the_domain_and_the_same_for_everybody_in_it() {
        Response known = find(work.anna().email().toUpperCase());
        known.then()
                .statusCode(200)
                .body("issuer", equalTo(provider.issuer))
                .body("clientId", equalTo(TestProvider.CLIENT))
                .body("authorizationEndpoint", equalTo(provider.address() + "/authorize"));
        assertEquals(known.asString(), find("ingen@" + domain(work)).asString());
        find("nogen@ukendt.example")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:dialogspejl:problem:no-provider"));
    }

    @Test
    void the_code_is_redeemed_with_the_verifier_that_the_browser_had() {
        provider.answers(provider.claims("anna-1", work.anna().email()));
        signIn(provider.issuer, Map.of("code", "a&client_id=b")).then().statusCode(200);
        String asked = provider.asked().get(0);
        assertTrue(asked.contains("code_verifier=" + TestProvider.VERIFIER), asked);
        assertTrue(asked.contains("code=a%26client_id%3Db"), asked);
        assertTrue(asked.contains("client_id=" + TestProvider.CLIENT), asked);
        assertTrue(asked.contains("grant_type=authorization_code"), asked);
    }

    @Test
    void a_provider_that_refuses_is_told_from_one_that_is_down() {
        provider.status = 400;
        assertEquals("provider-refused", refusal(signIn(provider.issuer)));
        provider.status = 500;
        assertEquals("provider-unavailable", refusal(signIn(provider.issuer)));
        provider.status = 200;
        provider.answer = "no JSON";
        signIn(provider.issuer).then().statusCode(502).body("type", containsString("provider-unavailable"));
        provider.close();
        assertEquals("provider-unavailable", refusal(signIn(provider.issuer)));
    }

    @Test
    void a_redirect_is_not_followed_and_an_endless_answer_not_read() {
        provider.status = 307;
        assertEquals("provider-unavailable", refusal(signIn(provider.issuer)));
        provider.status = 200;
        provider.answer = "{\"id_token\": \"" + "x".repeat(ProviderHttp.MOST) + "\"}";
        assertEquals("provider-unavailable", refusal(signIn(provider.issuer)));
    }

    @Test
    void metadata_that_names_another_issuer_is_not_believed() throws SQLException {
        try (TestProvider liar = new TestProvider()) {
            String address = liar.issuer;
            trust.trust(work.organisation(), address, "anden-" + domain(work), FirstSignIn.EMPLOYEE);
            liar.issuer = provider.issuer;
            assertEquals("provider-unavailable", refusal(find("mette@anden-" + domain(work))));
        }
    }

    @Test
    void an_unknown_issuer_is_not_asked() {
        try (TestProvider stranger = new TestProvider()) {
            stranger.answers(stranger.claims("anna-1", work.anna().email()));
            assertEquals("no-provider", refusal(signIn(stranger.issuer)));
            assertEquals(List.of(), stranger.asked());
            assertNotEquals(stranger.issuer, provider.issuer);
        }
    }

    private static Response password(Employee person, String password) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", person.email(), "password", password))
                .post("/api/v1/session");
    }

    @Test
    void where_passwords_are_not_used_who_knows_one_is_told_so_and_nobody_else() {
        provider.answers(provider.claims("erik-1", work.erik().email()));
        signIn(provider.issuer).then().statusCode(200);
        work.chooses("signInMethods", List.of("PROVIDER"));
        password(work.anna(), Given.PASSWORD)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:dialogspejl:problem:password-not-used"));
        password(work.anna(), "forkert")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:dialogspejl:problem:sign-in-failed"));
        provider.answers(provider.claims("anna-1", work.anna().email()));
        signIn(provider.issuer).then().statusCode(200);
    }

    @Test
    void where_the_provider_is_not_used_it_opens_nothing() {
        provider.answers(provider.claims("anna-1", work.anna().email()));
        work.chooses("signInMethods", List.of("PASSWORD"));
        signIn(provider.issuer).then().statusCode(404);
        password(work.anna(), Given.PASSWORD).then().statusCode(200);
    }

    @Test
    void where_passwords_are_not_used_an_invitation_says_how_one_comes_in_and_is_sent_again() {
        provider.answers(provider.claims("erik-1", work.erik().email()));
        signIn(provider.issuer).then().statusCode(200);
        work.chooses("signInMethods", List.of("PROVIDER"));
        String mette = "mette@" + domain(work);
        work.erik()
                .posts("/invitations", Map.of("name", "Mette Dahl", "email", mette))
                .statusCode(204);
        String text = inbox.lettersTo(mette, 1).get(0).text();
        assertTrue(text.contains("Vælg »Log ind gennem din organisation«"), text);
        assertFalse(text.contains("/link#"), text);
        String person = work.erik()
                .reads("/invitations")
                .extract()
                .path("[0].person.id")
                .toString();
        work.erik().posts("/invitations/" + person + "/resend", null).statusCode(204);
        inbox.lettersTo(mette, 2);
        provider.answers(provider.claims("mette-1", mette));
        assertEquals(UUID.fromString(person), personIn(signIn(provider.issuer)));
    }

    @Test
    void where_passwords_are_not_used_nobody_is_invited_whom_the_provider_does_not_speak_for() {
        provider.answers(provider.claims("erik-1", work.erik().email()));
        signIn(provider.issuer).then().statusCode(200);
        Map<String, Object> mette = Map.of("name", "Mette Dahl", "email", "mette@" + UUID.randomUUID() + ".example");
        work.erik().posts("/invitations", mette).statusCode(204);
        work.chooses("signInMethods", List.of("PROVIDER"));
        work.erik().posts("/invitations", mette).statusCode(409);
        String person = work.erik()
                .reads("/invitations")
                .extract()
                .path("[0].person.id")
                .toString();
        work.erik()
                .posts("/invitations/" + person + "/resend", null)
                .statusCode(409)
                .body("unmet.code", contains("ADDRESS_COULD_NOT_SIGN_IN"));
    }
}
