package dk.dialogspejl.identity.clients;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ApiClientTest extends ApiTest {

    private static final String ELSEWHERE = "192.0.2.0/24";
    private static final String HERE = "198.18.0.0/15";

    @Inject
    AllHeard allHeard;

    @Inject
    EntityManager entities;

    private Workplace work;
    private Employee erik;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        erik = work.erik();
    }

    private static Map<String, Object> described(String key, Object value) {
        Map<String, Object> client = new HashMap<>(Map.of("name", "HR", "scopes", List.of(Scope.SUMMARIES_READ)));
        client.put(key, value);
        return client;
    }

    private UUID aClient(Map<String, Object> described) {
        return erik.creates("/api-clients", described);
    }

    private UUID aClient() {
        return aClient(described("name", "HR"));
    }

    private static String at(UUID client) {
        return "/api-clients/" + client;
    }

    private Secret secretOf(UUID client) {
        var answer = erik.sends("POST", at(client) + "/secrets", erik.etag(at(client)), null)
                .statusCode(200)
                .extract();
        return new Secret(answer.path("id"), answer.path("clientId"), answer.path("secret"));
    }

    private record Secret(String id, String clientId, String secret) {}

    private static ValidatableResponse asksForAToken(Secret secret, String scope) {
        var request = RestAssured.given()
                .auth()
                .preemptive()
                .basic(secret.clientId(), secret.secret())
                .formParam("grant_type", "client_credentials");
        return (scope == null ? request : request.formParam("scope", scope))
                .post("/oauth2/token")
                .then();
    }

    private static Employee withTokenFor(Secret secret) {
        String token = asksForAToken(secret, null).statusCode(200).extract().path("access_token");
        return new Employee("client", null, secret.clientId(), token);
    }

    @Test
    void a_client_reads_what_it_may_once_it_has_a_secret() {
        UUID client = aClient();
        erik.reads(at(client)).body("secrets", hasSize(0)).body("revokedAt", nullValue());
        Secret secret = secretOf(client);
        erik.reads(at(client)).body("secrets", hasSize(1)).body("secrets[0].lastUsedAt", nullValue());
        withTokenFor(secret).reads("/summaries").statusCode(200);
        erik.reads(at(client)).body("secrets[0].lastUsedAt", notNullValue());
    }

    @Test
    void a_client_reaches_nothing_that_is_for_people() {
        Employee client = withTokenFor(secretOf(aClient()));
        client.reads("/me").statusCode(403);
        client.reads("/rounds").statusCode(403);
        client.reads("/api-clients").statusCode(403);
    }

    @Test
    void a_secret_is_told_once_and_kept_as_a_hash() {
        Secret secret = secretOf(aClient());
        assertEquals(43, secret.secret().length());
        String all = erik.reads("/api-clients").extract().asString();
        assertFalse(all.contains(secret.secret()));
        List<?> kept = given.inOrganisation(
                work.organisation(),
                () -> entities.createNativeQuery("select to_jsonb(s)::text from api_client_secret s"
                                + " union all select to_jsonb(i)::text from idempotent_answer i")
                        .getResultList());
        assertTrue(kept.size() > 1);
        assertFalse(kept.toString().contains(secret.secret()));
    }

    @Test
    void one_secret_takes_over_from_another_without_a_pause() {
        UUID client = aClient();
        Secret old = secretOf(client);
        Employee withOld = withTokenFor(old);
        Secret fresh = secretOf(client);
        Employee withFresh = withTokenFor(fresh);
        withOld.reads("/summaries").statusCode(200);

        erik.sends("POST", at(client) + "/secrets", erik.etag(at(client)), null)
                .statusCode(409)
                .body("unmet[0].code", equalTo("TWO_SECRETS_ALREADY"));
        erik.sends("DELETE", at(client) + "/secrets/" + old.id(), erik.etag(at(client)), null)
                .statusCode(200)
                .body("secrets.id", equalTo(List.of(fresh.id())));
        allHeard.await();

        asksForAToken(old, null).statusCode(401).body("error", equalTo("invalid_client"));
        withOld.reads("/summaries").statusCode(401);
        withFresh.reads("/summaries").statusCode(200);
        secretOf(client);
    }

    @Test
    void a_revoked_client_is_refused_with_tokens_it_has_already() {
        UUID client = aClient();
        Secret secret = secretOf(client);
        Employee withToken = withTokenFor(secret);
        withToken.reads("/summaries").statusCode(200);
        erik.sends("POST", at(client) + "/revoke", erik.etag(at(client)), null)
                .statusCode(200)
                .body("revokedAt", notNullValue());
        allHeard.await();
        withToken.reads("/summaries").statusCode(401);
        asksForAToken(secret, null).statusCode(401);
        erik.sends("POST", at(client) + "/secrets", erik.etag(at(client)), null)
                .statusCode(409)
                .body("unmet[0].code", equalTo("CLIENT_REVOKED"));
        erik.puts(at(client), erik.etag(at(client)), described("name", "HR igen"))
                .statusCode(409);
    }

    @Test
    void a_client_that_has_expired_is_refused() {
        UUID client = aClient(
                described("expiresAt", Instant.now().plus(1, ChronoUnit.DAYS).toString()));
        Secret secret = secretOf(client);
        Employee withToken = withTokenFor(secret);
        withToken.reads("/summaries").statusCode(200);
        given.inOrganisation(
                work.organisation(),
                () -> entities.createNativeQuery("update api_client set expires_at = now() where id = :id")
                        .setParameter("id", client)
                        .executeUpdate());
        allHeard.await();
        asksForAToken(secret, null).statusCode(401);
        withToken.reads("/summaries").statusCode(401);
    }

    @Test
    void a_client_from_another_network_is_refused_with_its_secret_and_with_its_token() {
        UUID client = aClient(described("networks", List.of(ELSEWHERE, HERE)));
        Secret secret = secretOf(client);
        Employee withToken = withTokenFor(secret);
        withToken.reads("/summaries").statusCode(200);
        erik.puts(at(client), erik.etag(at(client)), described("networks", List.of(ELSEWHERE)))
                .statusCode(200);
        allHeard.await();
        asksForAToken(secret, null).statusCode(401).body("error", equalTo("invalid_client"));
        withToken.reads("/summaries").statusCode(401);
    }

    @Test
    void a_client_gets_the_scopes_it_asks_for_and_no_others() {
        Secret secret = secretOf(aClient());
        asksForAToken(secret, "summaries:read").statusCode(200).body("scope", equalTo("summaries:read"));
        asksForAToken(secret, "summaries:read rounds:read").statusCode(400).body("error", equalTo("invalid_scope"));
        asksForAToken(secret, "employee").statusCode(400).body("error", equalTo("invalid_scope"));
    }

    /** RFC 6749, section 5.2. */
    @ParameterizedTest
    @MethodSource
    void a_form_that_nobody_can_read_is_an_invalid_request(String form) {
        RestAssured.given()
                .noFiltersOfType(OpenApiValidationFilter.class) // the contract has no such requests
                .contentType(ContentType.URLENC)
                .body(form)
                .post("/oauth2/token")
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("error", equalTo("invalid_request"));
    }

    static List<String> a_form_that_nobody_can_read_is_an_invalid_request() {
        String good = "grant_type=client_credentials";
        return List.of(
                good + "&more=1".repeat(20),
                good
                        + IntStream.range(0, 2_000)
                                .mapToObj("&more%d=1"::formatted)
                                .collect(Collectors.joining()),
                good + "&" + good,
                good + "&scope=a&scope=b",
                good + "&scope=%",
                good + "&%zz=1",
                "grant_type=",
                "scope=summaries:read",
                "&&==&",
                "");
    }

    @Test
    void what_a_client_adds_of_its_own_does_not_matter() {
        Secret secret = secretOf(aClient());
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(secret.clientId(), secret.secret())
                .formParam("grant_type", "client_credentials")
                .formParam("resource", "https://dialogspejl.example/æøå")
                .formParam("scope", "")
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .body("scope", equalTo("summaries:read"));
    }

    @Test
    void faults_are_named_and_nothing_is_added() {
        int before = erik.reads("/api-clients").extract().<List<?>>path("").size();
        erik.posts("/api-clients", described("scopes", List.of("employee")))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("scopes")));
        erik.posts("/api-clients", described("networks", List.of(HERE, "kommunen.example", "10.0.0.0/33")))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("networks[1]", "networks[2]")));
        erik.posts("/api-clients", described("expiresAt", "2020-01-01T00:00:00Z"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("expiresAt")));
        erik.posts("/api-clients", described("name", " ")).statusCode(400);
        erik.reads("/api-clients").body("", hasSize(before));
    }

    @Test
    void two_administrators_do_not_overwrite_each_other() {
        UUID client = aClient();
        String seen = erik.etag(at(client));
        erik.puts(at(client), seen, described("name", "Lønsystem")).statusCode(200);
        erik.puts(at(client), seen, described("name", "HR-system"))
                .statusCode(412)
                .body("current.name", equalTo("Lønsystem"));
    }

    @Test
    void another_organisations_administrator_does_not_know_of_it() {
        UUID client = aClient();
        Employee stranger = given.aWorkplace().erik();
        stranger.reads(at(client)).statusCode(404);
        stranger.sends("POST", at(client) + "/secrets", "\"1\"", null).statusCode(404);
        stranger.reads("/api-clients").body("id", not(hasItem(client.toString())));
    }
}
