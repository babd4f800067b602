package dk.dialogspejl.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What only administrators may change is written down, whatever it is: made from the contract and the access matrix. */
@QuarkusTest
class AuditedOperationsTest extends ApiTest {

    /** What asks by a POST, and changes nothing. */
    private static final Set<String> ONLY_ASKS = Set.of("previewPeopleImport", "previewPersonChange");

    private static final Map<String, Object> CLIENT = Map.of("name", "HR", "scopes", List.of("summaries:read"));

    private static final Map<String, Object> WEBHOOK =
            Map.of("name", "HR", "url", "https://hr.example/dialogspejl", "events", List.of("summary.shared"));

    private RoundStory round;
    private Employee erik;

    @TestFactory
    Stream<DynamicTest> each_change_that_only_administrators_may_make_leaves_an_entry_by_who_made_it() {
        round = given.aRound();
        erik = round.workplace().erik();
        List<Operation> changing = Operation.all().stream()
                .filter(operation -> operation.writes()
                        && AccessMatrixTest.isForAdministratorsOnly(operation)
                        && !ONLY_ASKS.contains(operation.id()))
                .toList();
        assertTrue(changing.size() >= 24, changing.size() + " operations");
        System.out.printf("Audited operations: %d%n", changing.size());
        return changing.stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Runnable carryOut = prepared(operation);
                    List<String> before = entries();
                    carryOut.run();
                    List<String> after = new ArrayList<>(entries());
                    after.removeAll(before);
                    assertTrue(!after.isEmpty(), operation.id() + " left no entry");
                }));
    }

    private List<String> entries() {
        return erik.reads("/audit?limit=100&by=" + erik.id())
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** Makes ready what the operation is about, so that only the operation itself is left to do. */
    private Runnable prepared(Operation operation) {
        ValidRequests requests = new ValidRequests(round);
        String path = path(operation);
        RequestSpecification request = requests.of(operation, erik);
        if (operation.id().equals("importPeople")) {
            ((FilterableRequestSpecification) request).removeQueryParam("preview");
            request.queryParam(
                    "preview",
                    requests.of(preview(), erik)
                            .post(preview().path())
                            .path("digest")
                            .toString());
        }
        if (operation.parameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.get("name")))) {
            request.header("If-Match", erik.etag(owner(path)));
        }
        return () -> {
            Response answer = request.request(operation.method(), path);
            assertEquals(
                    2, answer.statusCode() / 100, operation.id() + " must be made ready here: " + answer.asString());
        };
    }

    private static Operation preview() {
        return Operation.all().stream()
                .filter(operation -> operation.id().equals("previewPeopleImport"))
                .findFirst()
                .orElseThrow();
    }

    /** What the ETag is of: the path up to the first id, or all of it where there is none. */
    private static String owner(String path) {
        return path.replaceFirst("^/api/v1", "")
                .replaceFirst("(\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}).*", "$1");
    }

    private String path(Operation operation) {
        String path = operation.path();
        if (path.contains("{clientId}")) {
            String client = "/api-clients/" + erik.creates("/api-clients", CLIENT);
            path = path.replace("/api-clients/{clientId}", client).replace("{secretId}", secretOf(client));
        }
        if (path.contains("{webhookId}")) {
            String webhook = aWebhook();
            path = path.replace("/webhooks/{webhookId}", webhook);
            if (path.contains("{secretId}")) {
                path = path.replace("{secretId}", secretOf(webhook));
            } else if (path.contains("{deliveryId}")) {
                String sent = erik.posts(webhook + "/test", null)
                        .statusCode(200)
                        .extract()
                        .path("id");
                path = path.replace("{deliveryId}", sent);
            }
        }
        if (path.contains("{guideId}")) {
            UUID copy = erik.creates(
                    "/managed-guides", Map.of("copyOf", round.workplace().guide()));
            path = path.replace("{guideId}", copy.toString());
        }
        if (path.contains("/directory/teams/{teamId}")) {
            path = path.replace(
                    "{teamId}",
                    erik.creates("/directory/teams", Map.of("name", operation.id()))
                            .toString());
        }
        return path.contains("{personId}")
                ? path.replace("{personId}", whom(operation).toString())
                : path;
    }

    private UUID whom(Operation operation) {
        return switch (operation.id()) {
            case "resendInvitation", "revokeInvitation" -> invited(operation.id());
            case "changePerson", "deactivatePerson" ->
                given.joins(round.workplace(), operation.id()).id();
            default -> given.whoLeft(round.workplace(), operation.id()).id();
        };
    }

    private UUID invited(String name) {
        erik.posts(
                        "/invitations",
                        Map.of(
                                "name",
                                name,
                                "email",
                                name + "@" + round.workplace().organisation() + ".example"))
                .statusCode(204);
        return UUID.fromString(erik.reads("/invitations").extract().path("[0].person.id"));
    }

    /** One that is sent to; there are so many at most, so it takes the place of any other. */
    private String aWebhook() {
        List<String> others = erik.reads("/webhooks").extract().path("id");
        others.forEach(id -> erik.sends("DELETE", "/webhooks/" + id, erik.etag("/webhooks/" + id), null));
        String webhook = "/webhooks/" + erik.creates("/webhooks", WEBHOOK);
        secretOf(webhook);
        return webhook;
    }

    private String secretOf(String owner) {
        return erik.sends("POST", owner + "/secrets", erik.etag(owner), null)
                .statusCode(200)
                .extract()
                .path("id");
    }
}
