package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Inbox;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondFactorTest extends ApiTest {

    private static final Map<String, String> PROOF = Map.of("password", Given.PASSWORD);
    private static final TotpKey RFC_KEY = new TotpKey("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Inject
    Inbox inbox;

    @Inject
    EntityManager entities;

    @Inject
    WholeDatabase database;

    private Workplace work;

    /** The key that her phone was given last. */
    private byte[] phone;

    private Employee anna;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        anna = work.anna();
    }

    private static ValidatableResponse post(String path, Map<String, String> body, String code) {
        Map<String, String> all = new HashMap<>(body);
        if (code != null) {
            all.put("code", code);
        }
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(all)
                .post("/api/v1/session" + path)
                .then();
    }

    private static ValidatableResponse signIn(Employee employee, String code) {
        return post("", Map.of("email", employee.email(), "password", Given.PASSWORD), code);
    }

    /** What the phone shows, so many steps of thirty seconds from now. */
    private String code(int stepsFromNow) {
        return Totp.code(phone, Instant.now().plusSeconds(30L * stepsFromNow));
    }

    private void started() {
        phone = Totp.key(
                anna.posts("/me/second-factor", PROOF).statusCode(200).extract().path("secret"));
    }

    /** Turned on with the code of the step before, so that this step's is still to be used. */
    private List<String> turnedOn() {
        started();
        return anna.posts("/me/second-factor/confirmation", Map.of("code", code(-1)))
                .statusCode(200)
                .body("codes", hasSize(10))
                .extract()
                .path("codes");
    }

    @Test
    void the_codes_are_those_of_rfc_6238() {
        SecondFactor factor = new SecondFactor(null);
        assertTrue(factor.accepts("287082", RFC_KEY, Instant.ofEpochSecond(59)));
        assertTrue(factor.accepts("081804", RFC_KEY, Instant.ofEpochSecond(1111111109)));
        assertTrue(factor.accepts("005924", RFC_KEY, Instant.ofEpochSecond(1234567890)));
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", RFC_KEY.text());
        assertEquals(
                "otpauth://totp/Dialogspejl:anna%40fjordby.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Dialogspejl",
                RFC_KEY.uri("anna@fjordby.example"));
    }

    @Test
    void a_code_is_good_one_step_to_either_side_and_no_further() {
        Instant now = Instant.ofEpochSecond(1111111109);
        for (int steps = -3; steps <= 3; steps++) {
            String code = Totp.code(RFC_KEY.bytes(), now.plusSeconds(30L * steps));
            assertEquals(Math.abs(steps) <= 1, new SecondFactor(null).accepts(code, RFC_KEY, now), steps + " steps");
        }
    }

    @Test
    void a_code_used_makes_itself_and_earlier_ones_useless() {
        Instant now = Instant.ofEpochSecond(1111111109);
        SecondFactor factor = new SecondFactor(null);
        assertTrue(factor.accepts(Totp.code(RFC_KEY.bytes(), now), RFC_KEY, now));
        assertFalse(factor.accepts(Totp.code(RFC_KEY.bytes(), now), RFC_KEY, now));
        assertFalse(factor.accepts(Totp.code(RFC_KEY.bytes(), now.minusSeconds(30)), RFC_KEY, now));
        assertTrue(factor.accepts(Totp.code(RFC_KEY.bytes(), now.plusSeconds(30)), RFC_KEY, now));
    }

    @Test
    void signing_in_takes_two_steps_once_it_is_confirmed_and_not_before() {
        started();
        signIn(anna, null).statusCode(200);
        anna.posts("/me/second-factor/confirmation", Map.of("code", "abc"))
                .statusCode(400)
                .body("violations.field", hasItem("code"));
        turnedOn();
        signIn(anna, null).statusCode(401).body("type", equalTo("urn:dialogspejl:problem:second-factor-needed"));
        signIn(anna, "abcdef").statusCode(401).body("type", equalTo("urn:dialogspejl:problem:second-factor-wrong"));
        signIn(anna, code(0)).statusCode(200);
    }

    @Test
    void a_wrong_password_says_nothing_of_the_second_step() {
        turnedOn();
        post("", Map.of("email", anna.email(), "password", "forkert"), code(0))
                .statusCode(401)
                .body("type", equalTo("urn:dialogspejl:problem:sign-in-failed"));
    }

    @Test
    void a_code_signs_in_once_also_for_many_at_the_same_moment() throws Exception {
        turnedOn();
        String code = code(0);
        Callable<Integer> attempt = () -> signIn(anna, code).extract().statusCode();
        List<Integer> answers = AtOnce.call(Collections.nCopies(6, attempt));
        assertEquals(1, Collections.frequency(answers, 200));
        assertEquals(5, Collections.frequency(answers, 401));
    }

    @Test
    void a_recovery_code_works_once_however_it_is_copied() {
        List<String> codes = turnedOn();
        signIn(anna, codes.get(3).toLowerCase().replace("-", " ")).statusCode(200);
        signIn(anna, codes.get(3)).statusCode(401);
        anna.reads("/me/second-factor").statusCode(200).body("recoveryCodesLeft", equalTo(9));
        List<String> fresh = anna.posts("/me/second-factor/recovery-codes", PROOF)
                .statusCode(200)
                .extract()
                .path("codes");
        signIn(anna, codes.get(4)).statusCode(401);
        signIn(anna, fresh.get(0)).statusCode(200);
    }

    @Test
    void recovery_codes_are_not_in_the_database() {
        List<String> codes = turnedOn();
        String rows = given.inOrganisation(work.organisation(), () -> (String) entities.createNativeQuery(
                        "select string_agg(to_jsonb(c)::text, ' ') from recovery_code c", String.class)
                .getSingleResult());
        assertTrue(rows.contains("code_hash"));
        codes.forEach(code -> assertFalse(rows.contains(code) || rows.contains(code.replace("-", ""))));
    }

    @Test
    void the_key_of_the_phone_is_sealed_and_opens_for_nobody_else() throws Exception {
        turnedOn();
        String kept = secretOf(anna);
        assertFalse(kept.contains(HexFormat.of().formatHex(phone)));
        assertFalse(kept.contains(HexFormat.of().formatHex(Base64.getEncoder().encode(phone))));
        database.execute(
                "update second_factor set person_id = '" + work.bo().id() + "' where person_id = '" + anna.id() + "'");
        RestAssured.replaceFiltersWith(List.of()); // what somebody has tampered with is in no contract
        signIn(work.bo(), code(0)).statusCode(500);
    }

    private String secretOf(Employee employee) throws Exception {
        return database.query("select secret from second_factor where person_id = '" + employee.id() + "'")
                .get(0);
    }

    @Test
    void codes_cannot_be_guessed_past_the_limits_of_signing_in() {
        turnedOn();
        for (int attempt = 0; attempt < 10; attempt++) {
            signIn(anna, null).statusCode(401); // half way forgives nothing
            signIn(anna, "abcdef").statusCode(401);
        }
        signIn(anna, code(0)).statusCode(429);
    }

    @Test
    void turning_it_on_or_off_needs_the_password() {
        Map<String, String> wrong = Map.of("password", "forkert");
        anna.posts("/me/second-factor", wrong).statusCode(400).body("violations.field", hasItem("password"));
        turnedOn();
        anna.posts("/me/second-factor/removal", wrong).statusCode(400);
        anna.posts("/me/second-factor/recovery-codes", wrong).statusCode(400);
        signIn(anna, null).statusCode(401);
        anna.posts("/me/second-factor", PROOF).statusCode(409).body("unmet.code", hasItem("SECOND_FACTOR_ON"));
        anna.posts("/me/second-factor/removal", PROOF).statusCode(204);
        signIn(anna, null).statusCode(200);
    }

    @Test
    void a_mailed_link_does_not_go_round_the_second_step() {
        turnedOn();
        post("/forgotten", Map.of("email", anna.email()), null).statusCode(204);
        Map<String, String> chosen =
                Map.of("link", inbox.linkTo(anna.email()).link(), "password", "syv regnvåde giraffer");
        post("/password", chosen, null)
                .statusCode(401)
                .body("type", equalTo("urn:dialogspejl:problem:second-factor-needed"));
        post("/password", chosen, "abcdef").statusCode(401);
        post("/password", chosen, code(0)).statusCode(200);
    }

    @Test
    void it_is_recommended_to_leaders_and_administrators() {
        anna.reads("/me/second-factor").body("recommended", equalTo(false));
        work.dorte().reads("/me/second-factor").body("recommended", equalTo(true));
        work.erik().reads("/me/second-factor").body("recommended", equalTo(true));
    }
}
