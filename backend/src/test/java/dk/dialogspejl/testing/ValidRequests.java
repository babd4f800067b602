package dk.dialogspejl.testing;

import dk.dialogspejl.platform.http.Scope;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A valid request for each operation of the contract, about one round; without {@code If-Match}. */
public record ValidRequests(RoundStory round) {

    private static final Map<String, Object> CLIENT = Map.of("name", "HR", "scopes", List.of(Scope.SUMMARIES_READ));

    private static final Map<String, Object> WEBHOOK =
            Map.of("name", "HR", "url", "https://hr.example/dialogspejl", "events", List.of("summary.shared"));

    private static final Map<String, Object> PLAIN = Map.of("grantedRoles", List.of(), "leads", List.of());

    private static final Map<String, Object> SENTENCES = Map.of("evaluatee", "ord", "partner", "ord");

    private static final Map<String, Object> TITLED = Map.of("title", "ord", "evaluatee", "ord", "partner", "ord");

    private static final Map<String, Object> HEADING = Map.of("title", "ord", "introduction", "ord");

    /** What a guide says, with one of each. */
    public static final Map<String, Object> GUIDE = Map.of(
            "da",
            HEADING,
            "en",
            HEADING,
            "topics",
            List.of(Map.of(
                    "da", TITLED, "en", TITLED, "questions", List.of(Map.of("da", SENTENCES, "en", SENTENCES)))));

    /** The path with the round's own ids in it. */
    public String path(Operation operation) {
        String path = operation.path();
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
        if (path.contains("{webhookId}")) {
            path = path.replace("{webhookId}", aWebhook())
                    .replace("{secretId}", UUID.randomUUID().toString())
                    .replace("{deliveryId}", UUID.randomUUID().toString());
        }
        if (path.contains("{teamId}")) {
            path = path.replace("{teamId}", teamOf(round.workplace()));
        }
        if (path.contains("{seriesId}")) {
            path = path.replace("{seriesId}", aSeries());
        }
        if (path.contains("/directory/people/{personId}")) {
            path = path.replace("{personId}", round.workplace().cecilie().id().toString());
        }
        if (path.contains("{sessionId}")) {
            path = path.replace("{sessionId}", anotherSessionOf(round.anna()));
        }
        if (path.contains("{notificationId}")) {
            path = path.replace(
                    "{notificationId}",
                    round.anna().reads("/me/notifications").extract().path("[0].id"));
        }
        return path.replace("{roundId}", round.id().toString())
                .replace("{dialogueId}", round.dialogue(0).toString())
                .replace("{guideId}", round.workplace().guide().toString())
                .replace("{personId}", UUID.randomUUID().toString())
                .replace("{topic}", "welcome")
                .replace("{link}", "a.b");
    }

    /** The same as a file. */
    public static Map<String, Object> guideFile() {
        Map<String, Object> file = new HashMap<>(GUIDE);
        file.put("format", "dialogspejl-guide-1");
        return file;
    }

    private String aWebhook() {
        Employee erik = round.workplace().erik();
        List<String> ids = erik.reads("/webhooks").extract().path("id");
        return ids.isEmpty() ? erik.creates("/webhooks", WEBHOOK).toString() : ids.get(0);
    }

    private static String teamOf(Workplace work) {
        return work.dorte().reads("/me").extract().path("leads[0].id");
    }

    /** One whose only round has been given up, so that Cecilie can get another. */
    private String aSeries() {
        Employee dorte = round.workplace().dorte();
        List<String> ids = dorte.reads("/series?limit=100").extract().path("id");
        if (!ids.isEmpty()) {
            return ids.get(ids.size() - 1);
        }
        Employee cecilie = round.workplace().cecilie();
        UUID series = dorte.creates("/teams/" + teamOf(round.workplace()) + "/series", series(30, cecilie));
        cecilie.steps(
                        UUID.fromString(cecilie.reads("/rounds?role=EVALUATEE")
                                .extract()
                                .path("[0].id")),
                        "cancel")
                .statusCode(200);
        return series.toString();
    }

    /** Rounds for these of Dorte's team, who choose their partners themselves. */
    private Map<String, Object> series(int lastDay, Employee... people) {
        return Map.of(
                "guideId",
                round.workplace().guide(),
                "mode",
                "WITHOUT_VIDEO",
                "periodFrom",
                RoundStory.inDays(0).toString(),
                "periodUntil",
                RoundStory.inDays(lastDay).toString(),
                "numberOfDialogues",
                3,
                "pairing",
                "THEMSELVES",
                "rounds",
                Stream.of(people).map(one -> Map.of("evaluateeId", one.id())).toList());
    }

    private static String anotherSessionOf(Employee employee) {
        String token = Given.token(employee.email());
        return new Employee(employee.name(), employee.id(), employee.email(), token)
                .reads("/me/sessions")
                .extract()
                .path("find { it.current }.id");
    }

    /** Of sign-in it is nobody's, and of the others the caller's. */
    public RequestSpecification of(Operation operation, Employee caller) {
        RequestSpecification request = RestAssured.given().redirects().follow(false);
        if (caller.token() != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        if (operation.id().equals("findPeople")) {
            request.queryParam("query", "an");
        }
        if (operation.id().equals("importPeople")) {
            request.queryParam("preview", "0".repeat(64));
        }
        if ("text/csv".equals(operation.bodyType())) {
            request.config(RestAssured.config()
                            .encoderConfig(
                                    EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT)))
                    .contentType("text/csv")
                    .body("navn;e-mail\nMette;mette@" + round.workplace().organisation() + ".example");
        } else if (operation.id().equals("getClientToken")) {
            request.contentType(ContentType.URLENC).body("grant_type=password");
        } else if (operation.bodyType() != null) {
            request.contentType(ContentType.JSON).body(body(operation));
        }
        return request;
    }

    /** Of an operation that takes JSON; a sign-in gets an empty one, which is not valid for anybody. */
    public Map<String, Object> body(Operation operation) {
        return bodies().getOrDefault(operation.id(), Map.of());
    }

    private Map<String, Map<String, Object>> bodies() {
        Workplace work = round.workplace();
        Map<String, Object> newRound =
                Map.of("guideId", work.guide(), "partnerId", work.cecilie().id(), "mode", "WITHOUT_VIDEO");
        return Map.ofEntries(
                Map.entry("createRound", newRound),
                Map.entry("createNextRound", newRound),
                Map.entry("previewSeries", series(20)),
                Map.entry("createSeries", series(21, work.cecilie())),
                Map.entry("remindPeople", Map.of("people", List.of(work.erik().id()))),
                Map.entry("changeAgreement", round.agreement()),
                Map.entry(
                        "changePassword", Map.of("currentPassword", "forkert", "newPassword", "syv regnvåde giraffer")),
                Map.entry(
                        "invitePerson", Map.of("name", "Mette", "email", "mette@" + work.organisation() + ".example")),
                Map.entry("previewPersonChange", PLAIN),
                Map.entry("changePerson", PLAIN),
                Map.entry("createTeam", Map.of("name", "Omstillingen")),
                Map.entry("renameTeam", Map.of("name", "Borgerservice")),
                Map.entry(
                        "changeRetention",
                        Map.of(
                                "reflectionMonths",
                                12,
                                "noteMonths",
                                12,
                                "summaryMonths",
                                36,
                                "accountMonths",
                                6,
                                "accessLogMonths",
                                24,
                                "auditMonths",
                                24)),
                Map.entry(
                        "changeRules",
                        Map.of(
                                "videoAllowed",
                                true,
                                "hrSharingOffered",
                                true,
                                "signInMethods",
                                List.of("PASSWORD"),
                                "languages",
                                List.of("da"))),
                Map.entry("startSecondFactor", Map.of("password", "forkert")),
                Map.entry("confirmSecondFactor", Map.of("code", "000000")),
                Map.entry("renewRecoveryCodes", Map.of("password", "forkert")),
                Map.entry("removeSecondFactor", Map.of("password", "forkert")),
                Map.entry("createApiClient", CLIENT),
                Map.entry("changeApiClient", CLIENT),
                Map.entry("createWebhook", WEBHOOK),
                Map.entry("changeWebhook", WEBHOOK),
                Map.entry("replayWebhook", Map.of("since", "2026-11-01T00:00:00Z")),
                Map.entry("copyGuide", Map.of("copyOf", work.guide())),
                Map.entry("importGuide", guideFile()),
                Map.entry("writeGuide", GUIDE),
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
                Map.entry("planTalk", round.talk()),
                Map.entry("readNotifications", Map.of("until", "2026-01-01T00:00:00Z")),
                Map.entry(
                        "changeNotificationPreferences",
                        Map.of(
                                "language",
                                "da",
                                "round",
                                "SOON",
                                "agreement",
                                "DAILY",
                                "shared",
                                "DAILY",
                                "talk",
                                "SOON",
                                "summary",
                                "DAILY",
                                "reminder",
                                "NEVER")),
                Map.entry("writeSummary", round.summary()),
                Map.entry("writeFollowUp", round.followUp()),
                Map.entry("releaseLearning", Map.of("sentence", "En pause åbner samtalen", "named", false)));
    }
}
