package dk.dialogspejl.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dk.dialogspejl.platform.http.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who gets what answer from each operation. Requests are valid but for {@code If-Match}, which changes are sent
 * without: whoever may change gets 428, and nothing changes; everybody else gets what they would get with it.
 */
@QuarkusTest
class AccessMatrixTest extends ApiTest {

    private static final String EVERY_EMPLOYEE = "401 200 200 200 200 200 200 403";
    private static final String PARTICIPANTS = "401 200 200 404 404 404 404 403";
    private static final String STEP = "401 428 428 404 404 404 404 403";
    private static final String EVALUATEE_READS = "401 200 404 404 404 404 404 403";
    private static final String EVALUATEE_CHANGES = "401 428 404 404 404 404 404 403";

    private static final String ADMINISTRATOR_CHANGES = "401 403 403 403 403 428 403 403";

    /** A row for each operation; the columns are {@link Workplace#READERS}. */
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

    static {
        EXPECTED.put("getKeys", "200 200 200 200 200 200 200 200");
        EXPECTED.put("getClientToken", "400 400 400 400 400 400 400 400");
        EXPECTED.put("signIn", "400 400 400 400 400 400 400 400");
        EXPECTED.put("refreshSession", "401 401 401 401 401 401 401 401");
        EXPECTED.put("signOut", "204 204 204 204 204 204 204 204");
        EXPECTED.put("forgotPassword", "400 400 400 400 400 400 400 400");
        EXPECTED.put("readLink", "400 400 400 400 400 400 400 400");
        EXPECTED.put("setPassword", "400 400 400 400 400 400 400 400");
        EXPECTED.put("getMe", EVERY_EMPLOYEE);
        EXPECTED.put("listAccess", EVERY_EMPLOYEE);
        EXPECTED.put("listSessions", EVERY_EMPLOYEE);
        EXPECTED.put("endOtherSessions", "401 204 204 204 204 204 204 403");
        EXPECTED.put("changePassword", "401 400 400 400 400 400 400 403"); // the present one is not right
        EXPECTED.put("getSecondFactor", EVERY_EMPLOYEE);
        EXPECTED.put("startSecondFactor", "401 400 400 400 400 400 400 403"); // the password is not right
        EXPECTED.put("confirmSecondFactor", "401 404 404 404 404 404 404 403"); // none has been started
        EXPECTED.put("renewRecoveryCodes", "401 400 400 400 400 400 400 403");
        EXPECTED.put("removeSecondFactor", "401 400 400 400 400 400 400 403");
        EXPECTED.put("endSession", "401 204 404 404 404 404 404 403");
        EXPECTED.put("findPeople", EVERY_EMPLOYEE);
        EXPECTED.put("invitePerson", "401 403 403 403 403 204 403 403");
        EXPECTED.put("listGuides", EVERY_EMPLOYEE);
        EXPECTED.put("getGuide", "401 200 200 200 200 200 404 403");
        EXPECTED.put("listRounds", EVERY_EMPLOYEE);
        EXPECTED.put("createRound", "401 201 201 400 201 201 400 403");
        EXPECTED.put("getRound", PARTICIPANTS);
        EXPECTED.put("getRoundHistory", PARTICIPANTS);
        EXPECTED.put("getAgreement", PARTICIPANTS);
        EXPECTED.put("changeAgreement", STEP);
        EXPECTED.put("acceptRound", STEP);
        EXPECTED.put("declineRound", STEP);
        EXPECTED.put("confirmAgreement", STEP);
        EXPECTED.put("startRound", STEP);
        EXPECTED.put("finishDialogues", STEP);
        EXPECTED.put("openDiscussion", STEP);
        EXPECTED.put("cancelRound", STEP);
        EXPECTED.put("closeRound", STEP);
        EXPECTED.put("listenToRound", PARTICIPANTS);
        EXPECTED.put("tellPresence", "401 204 204 404 404 404 404 403");
        EXPECTED.put("listDialogues", PARTICIPANTS);
        EXPECTED.put("addDialogue", "401 409 403 404 404 404 404 403");
        EXPECTED.put("getDialogue", PARTICIPANTS);
        EXPECTED.put("changeDialogue", EVALUATEE_CHANGES);
        EXPECTED.put("removeDialogue", EVALUATEE_CHANGES);
        EXPECTED.put("confirmRecordingDeleted", EVALUATEE_CHANGES);
        EXPECTED.put("getSharing", EVALUATEE_READS);
        EXPECTED.put("setSharing", EVALUATEE_CHANGES);
        EXPECTED.put("listReflections", PARTICIPANTS);
        EXPECTED.put("writeReflection", EVALUATEE_CHANGES);
        EXPECTED.put("listPartnerFeedback", PARTICIPANTS);
        EXPECTED.put("writePartnerFeedback", "401 404 428 404 404 404 404 403");
        EXPECTED.put("getSummary", PARTICIPANTS);
        EXPECTED.put("writeSummary", STEP);
        EXPECTED.put("approveSummary", STEP);
        EXPECTED.put("withdrawApproval", STEP);
        EXPECTED.put("shareSummary", STEP);
        EXPECTED.put("takeBackSummary", STEP);
        EXPECTED.put("getFollowUp", PARTICIPANTS);
        EXPECTED.put("writeFollowUp", STEP);
        EXPECTED.put("createNextRound", "401 201 403 404 404 404 404 403");
        EXPECTED.put("listApiClients", "401 403 403 403 403 200 403 403");
        EXPECTED.put("createApiClient", "401 403 403 403 403 201 403 403");
        EXPECTED.put("getApiClient", "401 403 403 403 403 200 403 403");
        EXPECTED.put("changeApiClient", ADMINISTRATOR_CHANGES);
        EXPECTED.put("revokeApiClient", ADMINISTRATOR_CHANGES);
        EXPECTED.put("addApiClientSecret", ADMINISTRATOR_CHANGES);
        EXPECTED.put("revokeApiClientSecret", ADMINISTRATOR_CHANGES);
        EXPECTED.put("listSharedSummaries", "401 403 403 403 403 403 403 200");
    }

    /** A valid body for each operation that takes one; sign-in and tokens are for everyone and get none. */
    private static Map<String, Object> bodies(RoundStory round) {
        Workplace work = round.workplace();
        Map<String, Object> newRound =
                Map.of("guideId", work.guide(), "partnerId", work.cecilie().id(), "mode", "WITHOUT_VIDEO");
        return Map.ofEntries(
                Map.entry("createRound", newRound),
                Map.entry("createNextRound", newRound),
                Map.entry("changeAgreement", round.agreement()),
                Map.entry(
                        "changePassword", Map.of("currentPassword", "forkert", "newPassword", "syv regnvåde giraffer")),
                Map.entry(
                        "invitePerson", Map.of("name", "Mette", "email", "mette@" + work.organisation() + ".example")),
                Map.entry("startSecondFactor", Map.of("password", "forkert")),
                Map.entry("confirmSecondFactor", Map.of("code", "000000")),
                Map.entry("renewRecoveryCodes", Map.of("password", "forkert")),
                Map.entry("removeSecondFactor", Map.of("password", "forkert")),
                Map.entry("finishDialogues", Map.of()),
                Map.entry("openDiscussion", Map.of()),
                Map.entry("cancelRound", Map.of()),
                Map.entry("addDialogue", round.dialogue()),
                Map.entry("changeDialogue", round.dialogue()),
                Map.entry("setSharing", Map.of("topics", List.of())),
                Map.entry("writeReflection", Map.of("text", "")),
                Map.entry(
                        "writePartnerFeedback",
                        Map.of(
                                "note",
                                "",
                                "questions",
                                List.of(),
                                "questionsShared",
                                false,
                                "feedback",
                                "",
                                "feedbackShared",
                                false)),
                Map.entry("createApiClient", CLIENT),
                Map.entry("changeApiClient", CLIENT),
                Map.entry("writeSummary", round.summary()),
                Map.entry("writeFollowUp", round.followUp()));
    }

    private static final Map<String, Object> CLIENT = Map.of("name", "HR", "scopes", List.of(Scope.SUMMARIES_READ));

    private record Operation(String id, String method, String path) {}

    @Test
    void every_operation_of_the_contract_has_a_row() {
        Set<String> inContract = new TreeSet<>();
        operations().forEach(operation -> inContract.add(operation.id()));
        assertEquals(new TreeSet<>(EXPECTED.keySet()), inContract);
    }

    @TestFactory
    Stream<DynamicTest> each_reader_gets_from_each_operation_just_what_the_matrix_says() {
        RoundStory round = given.aRound().sharingEarly().outcomes();
        Workplace elsewhere = given.aWorkplace();
        List<DynamicTest> cells = new ArrayList<>();
        for (Operation operation : operations()) {
            String[] expected = EXPECTED.get(operation.id()).split(" ");
            assertEquals(Workplace.READERS.size(), expected.length, operation.id());
            for (int column = 0; column < expected.length; column++) {
                String reader = Workplace.READERS.get(column);
                int status = Integer.parseInt(expected[column]);
                cells.add(dynamicTest(
                        operation.id() + " by " + reader + " → " + status,
                        () -> assertEquals(
                                status, status(operation, round.workplace().reader(reader, elsewhere), round))));
            }
        }
        return cells.stream();
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_id_answers_as_an_unknown_one() {
        RoundStory round = given.aRound().sharingEarly().outcomes();
        Employee stranger = given.aWorkplace().anna();
        return operations().stream()
                .filter(operation -> operation.path().contains("{"))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Map<String, Object> foreign = answer(call(operation, stranger, round));
                    Map<String, Object> unknown = answer(call(
                            new Operation(
                                    operation.id(),
                                    operation.method(),
                                    operation
                                            .path()
                                            .replaceAll(
                                                    "\\{(round|dialogue|guide|session|client|secret)Id}",
                                                    UUID.randomUUID().toString())),
                            stranger,
                            round));
                    assertEquals(unknown, foreign);
                }));
    }

    private static Map<String, Object> answer(ValidatableResponse response) {
        Map<String, Object> answer = new HashMap<>(response.extract().path(""));
        answer.remove("requestId");
        return answer;
    }

    private static int status(Operation operation, Employee caller, RoundStory round) {
        if (operation.id().equals("listenToRound")) { // an answer without an end, for those who get it
            try (LiveStream stream = LiveStream.open(caller, round)) {
                return stream.status();
            }
        }
        return call(operation, caller, round).extract().statusCode();
    }

    private static ValidatableResponse call(Operation operation, Employee caller, RoundStory round) {
        String path = operation
                .path()
                .replace("{roundId}", round.id().toString())
                .replace("{dialogueId}", round.dialogue(0).toString())
                .replace("{guideId}", round.workplace().guide().toString())
                .replace("{topic}", "welcome");
        if (path.contains("{clientId}")) {
            path = path.replace(
                            "{clientId}",
                            round.workplace()
                                    .erik()
                                    .reads("/api-clients")
                                    .extract()
                                    .path("[0].id"))
                    .replace("{secretId}", UUID.randomUUID().toString());
        }
        if (path.contains("{sessionId}")) {
            path = path.replace("{sessionId}", anotherSessionOf(round.anna()));
        }
        RequestSpecification request = RestAssured.given();
        if (caller.token() != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        if (operation.id().equals("findPeople")) {
            request.queryParam("query", "an");
        }
        if (operation.id().equals("getClientToken")) {
            request.contentType("application/x-www-form-urlencoded").body("grant_type=password");
        } else if (operation.method().matches("PUT|POST")) {
            request.contentType("application/json").body(bodies(round).getOrDefault(operation.id(), Map.of()));
        }
        return request.request(operation.method(), path).then();
    }

    private static String anotherSessionOf(Employee employee) {
        String token = Given.token(employee.email());
        return new Employee(employee.name(), employee.id(), employee.email(), token)
                .reads("/me/sessions")
                .extract()
                .path("find { it.current }.id");
    }

    private static List<Operation> operations() {
        Map<String, Map<String, Map<String, Object>>> paths =
                RestAssured.given().get("/api/openapi?format=json").jsonPath().getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) ->
                operations.add(new Operation((String) operation.get("operationId"), method.toUpperCase(), path))));
        return operations;
    }
}
