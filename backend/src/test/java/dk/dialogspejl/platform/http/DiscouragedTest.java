package dk.dialogspejl.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

/** What is to go is told in good time, with each answer and in the contract, by one annotation. */
@QuarkusTest
class DiscouragedTest extends ApiTest {

    private static Response answer(String path, int status) {
        RestAssured.replaceFiltersWith(List.of()); // these are in no contract
        Response answer = RestAssured.get(path);
        assertEquals(status, answer.statusCode());
        return answer;
    }

    @Test
    void each_answer_of_what_is_to_go_says_since_when_until_when_and_what_instead() {
        for (Response answer : List.of(answer("/outgoing", 200), answer("/outgoing/missing", 404))) {
            assertEquals("@1803859200", answer.header("Deprecation")); // 1 March 2027
            assertEquals("Wed, 01 Mar 2028 00:00:00 GMT", answer.header("Sunset"));
            assertEquals("</api/docs#/rounds/listRounds>; rel=\"deprecation\"", answer.header("Link"));
        }
    }

    @Test
    void what_stays_says_nothing_of_the_kind() {
        Response answer = answer("/outgoing/instead", 200);
        assertFalse(answer.headers().hasHeaderWithName("Deprecation"));
        assertFalse(answer.headers().hasHeaderWithName("Sunset"));
        assertFalse(answer.headers().hasHeaderWithName("Link"));
    }

    @Test
    void the_contract_says_the_same() throws IOException {
        Operation outgoing = inContract("readOutgoing");
        assertTrue(outgoing.getDeprecated());
        assertTrue(outgoing.getDescription().contains("2028-03-01"), outgoing.getDescription());
        assertEquals(
                Set.of("Deprecation", "Sunset"),
                outgoing.getResponses().getAPIResponse("200").getHeaders().keySet());
        Operation instead = inContract("readInstead");
        assertNull(instead.getDeprecated());
        assertNull(instead.getResponses().getAPIResponse("200").getHeaders());
    }

    private static Operation inContract(String id) throws IOException {
        Operation operation = OASFactory.createOperation()
                .operationId(id)
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().description("OK")));
        return new DiscouragedOperations(Index.of(Outgoing.class)).filterOperation(operation);
    }

    @Test
    void nothing_goes_sooner_than_a_year_after_it_is_told() {
        assertThrows(IllegalStateException.class, () -> Notice.of("2027-03-01", "2028-02-29", "/"));
    }
}
