package dk.dialogspejl.demo;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.demo.DemoOrganisation.DemoPerson;
import dk.dialogspejl.demo.DemoOrganisation.DemoRound;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.testing.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DemoDataTest.InDemoMode.class)
class DemoDataTest extends ApiTest {

    public static class InDemoMode implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dialogspejl.demo", "true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fjordby", "svane-apotek"})
    void each_organisation_has_rounds_in_every_status_and_people_in_every_role(String name) {
        DemoOrganisation organisation = DemoOrganisation.read(name);
        assertEquals(
                EnumSet.allOf(RoundStatus.class),
                organisation.rounds().stream().map(DemoRound::status).collect(Collectors.toSet()));
        assertEquals(
                4,
                organisation.people().stream()
                        .flatMap(person -> person.roles().stream())
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fjordby", "svane-apotek"})
    void every_round_stands_where_its_story_says(String name) {
        DemoOrganisation organisation = DemoOrganisation.read(name);
        for (DemoPerson person : organisation.people()) {
            List<String> expected = organisation.rounds().stream()
                    .filter(round -> round.evaluatee().equals(person.key()))
                    .map(round -> round.status().name())
                    .toList();
            asks(person.email())
                    .get("/api/v1/rounds?role=EVALUATEE&limit=100")
                    .then()
                    .statusCode(200)
                    .body("status", containsInAnyOrder(expected.toArray()));
        }
    }

    @Test
    void the_hr_client_reads_what_is_shared() {
        for (String name : DemoData.ORGANISATIONS) {
            String token = RestAssured.given()
                    .auth()
                    .preemptive()
                    .basic(DemoData.clientId(name), DemoData.PASSWORD)
                    .formParam("grant_type", "client_credentials")
                    .post("/oauth2/token")
                    .path("access_token");
            Set<String> shared = DemoOrganisation.read(name).rounds().stream()
                    .filter(round -> round.summary() != null && round.summary().sharedWithHr())
                    .map(round -> round.summary().workedWell())
                    .collect(Collectors.toCollection(TreeSet::new));
            RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .get("/api/v1/summaries?limit=100")
                    .then()
                    .body("summaries", not(empty()))
                    .body("summaries.workedWell", containsInAnyOrder(shared.toArray()));
        }
    }

    @Test
    void one_persons_round_is_no_other_persons() {
        asks("anna@fjordby.example").get("/api/v1/me").then().body("name", equalTo("Anna Holm"));
        asks("kasper@svane.example")
                .get("/api/v1/people?query=anna")
                .then()
                .body("findAll { it.name == 'Anna Holm' }", empty());
    }

    private static io.restassured.specification.RequestSpecification asks(String email) {
        String token = RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", DemoData.PASSWORD))
                .post("/api/v1/session")
                .path("access_token");
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
