package dk.dialogspejl.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who gets what answer from each operation. Requests are valid but for {@code If-Match}, which changes are sent
 * without: whoever may change gets 428, and nothing changes; everybody else gets what they would get with it.
 */
@QuarkusTest
class AccessMatrixTest extends ApiTest {

    private static final String EVERY_EMPLOYEE = "401 200 200 200 200 200 200 200 200 403 403 401";
    private static final String PARTICIPANTS = "401 200 200 404 404 404 404 404 404 403 403 401";
    private static final String STEP = "401 428 428 404 404 404 404 404 404 403 403 401";
    private static final String EVALUATEE_READS = "401 200 404 404 404 404 404 404 404 403 403 401";
    private static final String EVALUATEE_CHANGES = "401 428 404 404 404 404 404 404 404 403 403 401";

    /** Of the team; other leaders get 404, see SeriesTest. */
    private static final String LEADER = "401 403 403 403 403 403 200 403 403 403 403 401";

    private static final String ADMINISTRATOR_READS = "401 403 403 403 403 403 403 200 403 403 403 401";
    private static final String ADMINISTRATOR_CHANGES = "401 403 403 403 403 403 403 428 403 403 403 401";

    /** The webhook that is asked about has no secret yet. */
    private static final String ADMINISTRATOR_SENDS = "401 403 403 403 403 403 403 409 403 403 403 401";

    /** A row for each operation; the columns are the readers below. */
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

    static {
        EXPECTED.put("getKeys", "200 200 200 200 200 200 200 200 200 200 200 200");
        EXPECTED.put("getMetadata", "200 200 200 200 200 200 200 200 200 200 200 200");
        EXPECTED.put("getClientToken", "400 400 400 400 400 400 400 400 400 400 400 400");
        EXPECTED.put("signIn", "400 400 400 400 400 400 400 400 400 400 400 400");
        EXPECTED.put("findProvider", "400 400 400 400 400 400 400 400 400 400 400 400");
        EXPECTED.put("signInThroughProvider", "400 400 400 400 400 400 400 400 400 400 400 400");
        EXPECTED.put("refreshSession", "401 401 401 401 401 401 401 401 401 401 401 401");
        EXPECTED.put("signOut", "204 204 204 204 204 204 204 204 204 204 204 204");
        EXPECTED.put("forgotPassword", "400 400 400 400 400 400 400 400 400 400 400 400");
        EXPECTED.put("readLink", "400 400 400 400 400 400 400 400 400 400 400 400");
        EXPECTED.put("setPassword", "400 400 400 400 400 400 400 400 400 400 400 400");
        EXPECTED.put("readUnsubscribe", "303 303 303 303 303 303 303 303 303 303 303 303");
        EXPECTED.put("unsubscribe", "410 410 410 410 410 410 410 410 410 410 410 410");
        EXPECTED.put("getMe", EVERY_EMPLOYEE);
        EXPECTED.put("listAccess", EVERY_EMPLOYEE);
        EXPECTED.put("getErasureRequest", EVERY_EMPLOYEE);
        EXPECTED.put("askForErasure", EVERY_EMPLOYEE);
        EXPECTED.put("withdrawErasureRequest", "401 204 204 204 204 204 204 204 204 403 403 401");
        EXPECTED.put("listErasureRequests", ADMINISTRATOR_READS);
        EXPECTED.put("erasePerson", "401 403 403 403 403 403 403 404 403 403 403 401");
        EXPECTED.put("listSessions", EVERY_EMPLOYEE);
        EXPECTED.put("endOtherSessions", "401 204 204 204 204 204 204 204 204 403 403 401");
        EXPECTED.put(
                "changePassword", "401 400 400 400 400 400 400 400 400 403 403 401"); // the present one is not right
        EXPECTED.put("getSecondFactor", EVERY_EMPLOYEE);
        EXPECTED.put(
                "startSecondFactor", "401 400 400 400 400 400 400 400 400 403 403 401"); // the password is not right
        EXPECTED.put("confirmSecondFactor", "401 404 404 404 404 404 404 404 404 403 403 401"); // none has been started
        EXPECTED.put("renewRecoveryCodes", "401 400 400 400 400 400 400 400 400 403 403 401");
        EXPECTED.put("removeSecondFactor", "401 400 400 400 400 400 400 400 400 403 403 401");
        EXPECTED.put("endSession", "401 204 404 404 404 404 404 404 404 403 403 401");
        EXPECTED.put("getMyData", EVERY_EMPLOYEE);
        EXPECTED.put("getMyDataPage", EVERY_EMPLOYEE);
        EXPECTED.put("getRetention", ADMINISTRATOR_READS);
        EXPECTED.put("changeRetention", ADMINISTRATOR_CHANGES);
        EXPECTED.put("getRules", ADMINISTRATOR_READS);
        EXPECTED.put("changeRules", ADMINISTRATOR_CHANGES);
        EXPECTED.put("getDue", ADMINISTRATOR_READS);
        EXPECTED.put("listAudit", ADMINISTRATOR_READS);
        EXPECTED.put("findPeople", EVERY_EMPLOYEE);
        EXPECTED.put("invitePerson", "401 403 403 403 403 403 403 204 403 403 403 401");
        EXPECTED.put("listInvitations", ADMINISTRATOR_READS);
        EXPECTED.put("resendInvitation", "401 403 403 403 403 403 403 404 403 403 403 401"); // nobody is invited
        EXPECTED.put("revokeInvitation", "401 403 403 403 403 403 403 404 403 403 403 401");
        EXPECTED.put("listPeople", ADMINISTRATOR_READS);
        EXPECTED.put("getPerson", ADMINISTRATOR_READS);
        EXPECTED.put("previewPersonChange", ADMINISTRATOR_READS);
        EXPECTED.put("changePerson", ADMINISTRATOR_CHANGES);
        EXPECTED.put("previewDeactivation", ADMINISTRATOR_READS);
        EXPECTED.put("deactivatePerson", ADMINISTRATOR_CHANGES);
        EXPECTED.put("reactivatePerson", ADMINISTRATOR_CHANGES);
        EXPECTED.put("listTeams", ADMINISTRATOR_READS);
        EXPECTED.put("createTeam", "401 403 403 403 403 403 403 201 403 403 403 401");
        EXPECTED.put("getTeam", ADMINISTRATOR_READS);
        EXPECTED.put("renameTeam", ADMINISTRATOR_CHANGES);
        EXPECTED.put("closeTeam", ADMINISTRATOR_CHANGES);
        EXPECTED.put("previewPeopleImport", "401 403 403 403 403 403 403 200 403 403 403 401");
        EXPECTED.put("importPeople", "401 403 403 403 403 403 403 412 403 403 403 401"); // not as previewed
        EXPECTED.put("listGuides", EVERY_EMPLOYEE);
        EXPECTED.put("getGuide", "401 200 200 200 200 200 200 200 404 403 403 401");
        EXPECTED.put("listManagedGuides", ADMINISTRATOR_READS);
        EXPECTED.put("copyGuide", "401 403 403 403 403 403 403 201 403 403 403 401");
        EXPECTED.put("importGuide", "401 403 403 403 403 403 403 201 403 403 403 401");
        EXPECTED.put("getManagedGuide", ADMINISTRATOR_READS);
        EXPECTED.put("exportGuide", ADMINISTRATOR_READS);
        EXPECTED.put("writeGuide", ADMINISTRATOR_CHANGES);
        EXPECTED.put("publishGuide", ADMINISTRATOR_CHANGES);
        EXPECTED.put("retireGuide", ADMINISTRATOR_CHANGES);
        EXPECTED.put("restoreGuide", ADMINISTRATOR_CHANGES);
        EXPECTED.put("listRounds", EVERY_EMPLOYEE);
        EXPECTED.put("createRound", "401 201 201 201 201 400 201 201 400 403 403 401");
        EXPECTED.put("previewSeries", LEADER);
        EXPECTED.put("createSeries", "401 403 403 403 403 403 201 403 403 403 403 401");
        EXPECTED.put("listSeries", LEADER);
        EXPECTED.put("getSeries", LEADER);
        EXPECTED.put("remindPeople", LEADER);
        EXPECTED.put("getInsight", LEADER);
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
        EXPECTED.put("planTalk", STEP);
        EXPECTED.put("cancelTalk", STEP);
        EXPECTED.put("getSummaryPage", PARTICIPANTS);
        EXPECTED.put("getSummaryPdf", PARTICIPANTS);
        EXPECTED.put("getGuidePdf", PARTICIPANTS);
        EXPECTED.put("getTalkCalendar", PARTICIPANTS);
        EXPECTED.put("getFollowUpCalendar", PARTICIPANTS);
        EXPECTED.put("listNotifications", EVERY_EMPLOYEE);
        EXPECTED.put("countUnreadNotifications", EVERY_EMPLOYEE);
        EXPECTED.put("listenToNotifications", EVERY_EMPLOYEE);
        EXPECTED.put("readNotification", "401 204 404 404 404 404 404 404 404 403 403 401");
        EXPECTED.put("readNotifications", "401 204 204 204 204 204 204 204 204 403 403 401");
        EXPECTED.put("getNotificationPreferences", EVERY_EMPLOYEE);
        EXPECTED.put("changeNotificationPreferences", "401 428 428 428 428 428 428 428 428 403 403 401");
        EXPECTED.put("listenToRound", PARTICIPANTS);
        EXPECTED.put("tellPresence", "401 204 204 404 404 404 404 404 404 403 403 401");
        EXPECTED.put("listDialogues", PARTICIPANTS);
        EXPECTED.put("addDialogue", "401 409 403 404 404 404 404 404 404 403 403 401");
        EXPECTED.put("getDialogue", PARTICIPANTS);
        EXPECTED.put("changeDialogue", EVALUATEE_CHANGES);
        EXPECTED.put("removeDialogue", EVALUATEE_CHANGES);
        EXPECTED.put("confirmRecordingDeleted", EVALUATEE_CHANGES);
        EXPECTED.put("withdrawConsent", EVALUATEE_CHANGES);
        EXPECTED.put("getSharing", EVALUATEE_READS);
        EXPECTED.put("setSharing", EVALUATEE_CHANGES);
        EXPECTED.put("listReflections", PARTICIPANTS);
        EXPECTED.put("writeReflection", EVALUATEE_CHANGES);
        EXPECTED.put("listPartnerFeedback", PARTICIPANTS);
        EXPECTED.put("writePartnerFeedback", "401 404 428 404 404 404 404 404 404 403 403 401");
        EXPECTED.put("getSummary", PARTICIPANTS);
        EXPECTED.put("writeSummary", STEP);
        EXPECTED.put("approveSummary", STEP);
        EXPECTED.put("withdrawApproval", STEP);
        EXPECTED.put("shareSummary", STEP);
        EXPECTED.put("takeBackSummary", STEP);
        EXPECTED.put("getFollowUp", PARTICIPANTS);
        EXPECTED.put("writeFollowUp", STEP);
        EXPECTED.put("getLearning", EVALUATEE_READS);
        EXPECTED.put("releaseLearning", EVALUATEE_CHANGES);
        EXPECTED.put("takeBackLearning", EVALUATEE_CHANGES);
        EXPECTED.put(
                "listLearning", "401 200 404 404 404 200 200 200 404 403 403 401"); // who is in the team or leads it
        EXPECTED.put("createNextRound", "401 201 403 404 404 404 404 404 404 403 403 401");
        EXPECTED.put("listApiClients", ADMINISTRATOR_READS);
        EXPECTED.put("createApiClient", "401 403 403 403 403 403 403 201 403 403 403 401");
        EXPECTED.put("getApiClient", ADMINISTRATOR_READS);
        EXPECTED.put("changeApiClient", ADMINISTRATOR_CHANGES);
        EXPECTED.put("revokeApiClient", ADMINISTRATOR_CHANGES);
        EXPECTED.put("addApiClientSecret", ADMINISTRATOR_CHANGES);
        EXPECTED.put("revokeApiClientSecret", ADMINISTRATOR_CHANGES);
        EXPECTED.put("listWebhooks", ADMINISTRATOR_READS);
        EXPECTED.put("createWebhook", "401 403 403 403 403 403 403 201 403 403 403 401");
        EXPECTED.put("getWebhook", ADMINISTRATOR_READS);
        EXPECTED.put("changeWebhook", ADMINISTRATOR_CHANGES);
        EXPECTED.put("deleteWebhook", ADMINISTRATOR_CHANGES);
        EXPECTED.put("disableWebhook", ADMINISTRATOR_CHANGES);
        EXPECTED.put("enableWebhook", ADMINISTRATOR_CHANGES);
        EXPECTED.put("addWebhookSecret", ADMINISTRATOR_CHANGES);
        EXPECTED.put("removeWebhookSecret", ADMINISTRATOR_CHANGES);
        EXPECTED.put("listWebhookDeliveries", ADMINISTRATOR_READS);
        EXPECTED.put("replayWebhookDelivery", ADMINISTRATOR_SENDS);
        EXPECTED.put("replayWebhook", ADMINISTRATOR_SENDS);
        EXPECTED.put("testWebhook", ADMINISTRATOR_SENDS);
        EXPECTED.put("listSharedSummaries", "401 403 403 403 403 403 403 403 403 200 403 401");
    }

    /** The columns of whoever is signed in and no administrator, clients included. */
    static boolean isForAdministratorsOnly(Operation operation) {
        return EXPECTED.get(operation.id()).matches("401( 403){6} (?!403)\\d+( 403){3} 401");
    }

    private static int cells;
    private static final AtomicInteger RUN = new AtomicInteger();

    @AfterAll
    static void none_was_skipped() {
        System.out.printf("Access matrix: %d cells, %d run%n", cells, RUN.get());
        assertEquals(cells, RUN.get());
    }

    @Test
    void every_operation_of_the_contract_has_a_row() {
        Set<String> inContract = new TreeSet<>();
        Operation.all().forEach(operation -> inContract.add(operation.id()));
        assertEquals(new TreeSet<>(EXPECTED.keySet()), inContract);
    }

    @Test
    void whoever_is_not_signed_in_is_let_in_only_where_the_contract_says_so() {
        Operation.all()
                .forEach(operation ->
                        assertEquals(operation.open(), PolicyTest.OPEN.containsKey(operation.id()), operation.id()));
        EXPECTED.forEach((operation, row) ->
                assertTrue(row.startsWith("401") || PolicyTest.OPEN.containsKey(operation), operation));
    }

    @TestFactory
    Stream<DynamicTest> each_reader_gets_from_each_operation_just_what_the_matrix_says() {
        Workplace work = given.aWorkplace();
        Employee declined = given.joins(work, "Frida");
        Employee replaced = given.joins(work, "Gorm");
        RoundStory round = RoundStory.at(work)
                .triedWith(declined, replaced)
                .sharingEarly()
                .withTalk()
                .outcomes();
        Map<String, Employee> readers = new LinkedHashMap<>();
        readers.put("nobody", Employee.NOBODY);
        readers.put("evaluatee", work.anna());
        readers.put("partner", work.bo());
        readers.put("partner who declined", declined);
        readers.put("partner who was replaced", replaced);
        readers.put("colleague", work.cecilie());
        readers.put("leader", work.dorte());
        readers.put("administrator", work.erik());
        readers.put("other organisation", given.aWorkplace().anna());
        readers.put("API client", work.hr());
        readers.put("API client without scope", given.aClient(work, Set.of()));
        readers.put("deactivated", given.whoLeft(work, "Hanne"));
        List<DynamicTest> matrix = new ArrayList<>();
        for (Operation operation : Operation.all()) {
            String[] expected = EXPECTED.get(operation.id()).split(" ");
            assertEquals(readers.size(), expected.length, operation.id());
            int column = 0;
            for (var reader : readers.entrySet()) {
                int status = Integer.parseInt(expected[column++]);
                matrix.add(dynamicTest(operation.id() + " by " + reader.getKey() + " → " + status, () -> {
                    RUN.incrementAndGet();
                    assertEquals(status, status(operation, reader.getValue(), round));
                }));
            }
        }
        cells = matrix.size();
        return matrix.stream();
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_id_answers_as_an_unknown_one() {
        RoundStory round = given.aRound().sharingEarly().outcomes();
        Employee stranger = given.aWorkplace().anna();
        ValidRequests requests = new ValidRequests(round);
        return Operation.all().stream()
                .filter(operation -> operation.path().contains("{") && !operation.open())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    String unknown = operation
                            .path()
                            .replaceAll("\\{\\w+Id}", UUID.randomUUID().toString())
                            .replace("{topic}", "welcome");
                    assertEquals(
                            answer(requests.of(operation, stranger).request(operation.method(), unknown)),
                            answer(requests.of(operation, stranger)
                                    .request(operation.method(), requests.path(operation))));
                }));
    }

    private static Map<String, Object> answer(Response response) {
        Map<String, Object> answer = new HashMap<>(response.path(""));
        answer.remove("requestId");
        return answer;
    }

    private static int status(Operation operation, Employee caller, RoundStory round) {
        if (operation.endless()) {
            try (LiveStream stream = LiveStream.open(caller, new ValidRequests(round).path(operation))) {
                return stream.status();
            }
        }
        ValidRequests requests = new ValidRequests(round);
        return requests.of(operation, caller)
                .request(operation.method(), requests.path(operation))
                .statusCode();
    }
}
