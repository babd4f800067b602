package dk.dialogspejl.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.CountedStatements;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Each attacker comes from an address of their own, as told by the proxy, so that tests do not disturb each other. */
@QuarkusTest
class SignInLimitTest extends ApiTest {

    private static final String WRONG = "ikke den rigtige";

    private final String address = anAddress();

    private static String anAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
    }

    private static Response signIn(String email, String password, String address, String device) {
        var request = RestAssured.given().header("X-Forwarded-For", address).contentType(ContentType.JSON);
        if (device != null) {
            request.cookie("device", device);
        }
        return request.body(Map.of("email", email, "password", password)).post("/api/v1/session");
    }

    private static void useUp(String email, String address) {
        for (int attempt = 0; attempt < 10; attempt++) {
            signIn(email, WRONG, address, null).then().statusCode(401);
        }
    }

    @Test
    void after_ten_wrong_passwords_an_account_pauses_for_whoever_comes_and_says_how_long() {
        Employee anna = given.aWorkplace().anna();
        useUp(anna.email(), address);
        Response paused = signIn(anna.email(), Given.PASSWORD, anAddress(), null);
        paused.then().statusCode(429).body("type", equalTo("urn:dialogspejl:problem:too-many-attempts"));
        int seconds = Integer.parseInt(paused.header("Retry-After"));
        assertTrue(seconds > 240 && seconds <= 301, seconds + " s");
    }

    @Test
    void nobody_is_locked_out_on_a_device_of_their_own() {
        Employee anna = given.aWorkplace().anna();
        String device = signIn(anna.email(), Given.PASSWORD, address, null).cookie("device");
        useUp(anna.email(), address);
        signIn(anna.email(), Given.PASSWORD, address, null).then().statusCode(429);
        signIn(anna.email(), Given.PASSWORD, address, device).then().statusCode(200);
        // It is a limit of its own, and not none.
        for (int attempt = 0; attempt < 10; attempt++) {
            signIn(anna.email(), WRONG, address, device).then().statusCode(401);
        }
        signIn(anna.email(), Given.PASSWORD, address, device).then().statusCode(429);
    }

    @Test
    void a_device_of_somebody_else_gives_no_further_attempts() {
        Workplace work = given.aWorkplace();
        String bos = signIn(work.bo().email(), Given.PASSWORD, address, null).cookie("device");
        useUp(work.anna().email(), address);
        signIn(work.anna().email(), Given.PASSWORD, address, bos).then().statusCode(429);
        signIn(work.anna().email(), Given.PASSWORD, address, Secrets.random())
                .then()
                .statusCode(429);
    }

    @Test
    void two_people_at_one_screen_are_both_known_there() {
        Workplace work = given.aWorkplace();
        String device =
                signIn(work.anna().email(), Given.PASSWORD, address, null).cookie("device");
        assertEquals(
                device,
                signIn(work.bo().email(), Given.PASSWORD, address, device).cookie("device"));
        useUp(work.anna().email(), address);
        useUp(work.bo().email(), address);
        signIn(work.anna().email(), Given.PASSWORD, address, device).then().statusCode(200);
        signIn(work.bo().email(), Given.PASSWORD, address, device).then().statusCode(200);
    }

    @Test
    void the_device_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        String cookie = signIn(given.aWorkplace().anna().email(), Given.PASSWORD, address, null)
                .detailedCookie("device")
                .toString();
        for (String attribute : List.of("HttpOnly", "Secure", "SameSite=Strict", "Path=/api/v1/session")) {
            assertTrue(cookie.contains(attribute), cookie);
        }
    }

    @Test
    void an_address_that_tries_many_accounts_pauses_but_not_for_devices_that_are_known() {
        Employee anna = given.aWorkplace().anna();
        String device = signIn(anna.email(), Given.PASSWORD, anAddress(), null).cookie("device");
        for (int attempt = 0; attempt < 60; attempt++) {
            signIn(attempt + "@ingen.example", WRONG, address, null).then().statusCode(401);
        }
        signIn(anna.email(), Given.PASSWORD, address, null).then().statusCode(429);
        signIn(anna.email(), Given.PASSWORD, address, device).then().statusCode(200);
        signIn(anna.email(), Given.PASSWORD, anAddress(), null).then().statusCode(200);
    }

    @Test
    void signing_in_correctly_uses_nothing_up_and_forgives_nothing() {
        Employee anna = given.aWorkplace().anna();
        for (int time = 0; time < 12; time++) {
            signIn(anna.email(), Given.PASSWORD, address, null).then().statusCode(200);
        }
        for (int attempt = 0; attempt < 9; attempt++) {
            signIn(anna.email(), WRONG, address, null).then().statusCode(401);
        }
        signIn(anna.email(), Given.PASSWORD, address, null).then().statusCode(200);
        signIn(anna.email(), WRONG, address, null).then().statusCode(401);
        signIn(anna.email(), Given.PASSWORD, address, null).then().statusCode(429);
    }

    @Test
    void attempts_at_the_same_moment_share_no_turn() throws Exception {
        Employee anna = given.aWorkplace().anna();
        List<Callable<Integer>> attempts = Collections.nCopies(
                25, () -> signIn(anna.email(), WRONG, address, null).statusCode());
        List<Integer> answers = AtOnce.call(attempts);
        assertEquals(10, Collections.frequency(answers, 401));
        assertEquals(15, Collections.frequency(answers, 429));
    }

    @Test
    void known_and_unknown_addresses_get_the_same_answers_and_the_same_limits() {
        String known = given.aWorkplace().anna().email();
        String unknown = "ingen-" + known;
        for (int attempt = 0; attempt < 12; attempt++) {
            assertEquals(answer(unknown), answer(known));
        }
    }

    private Map<String, Object> answer(String email) {
        Response response = signIn(email, WRONG, address, null);
        Map<String, Object> answer = new HashMap<>(response.path(""));
        answer.remove("requestId");
        answer.put("cookies", response.cookies());
        answer.put("type", response.contentType());
        return answer;
    }

    @Test
    void known_and_unknown_addresses_take_the_same_work() {
        Workplace work = given.aWorkplace();
        signIn("vi-varmer-op@ingen.example", WRONG, address, null);
        assertEquals(statements("ingen@ingen.example"), statements(work.anna().email()));
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            for (Employee employee : List.of(work.anna(), work.bo(), work.cecilie(), work.dorte())) {
                known.add(nanos(employee.email()));
                unknown.add(nanos(round + employee.email()));
            }
        }
        double ratio = (double) median(known) / median(unknown);
        assertTrue(ratio > 0.7 && ratio < 1.4, "known takes " + ratio + " times as long as unknown");
    }

    private int statements(String email) {
        CountedStatements.restart();
        signIn(email, WRONG, address, null);
        return CountedStatements.sinceRestart();
    }

    private long nanos(String email) {
        long start = System.nanoTime();
        signIn(email, WRONG, address, null);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
