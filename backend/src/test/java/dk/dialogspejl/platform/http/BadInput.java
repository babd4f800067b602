package dk.dialogspejl.platform.http;

import dk.dialogspejl.testing.RoundStory;
import java.util.List;

/**
 * A request that must be refused. Names in braces are filled in from the test's own rounds and people.
 *
 * @param field the violation's field, or null where the problem is not about one
 */
record BadInput(String name, String method, String path, String contentType, String body, int status, String field) {

    private static final String MEGABYTE = "æ".repeat(512 * 1024);

    @Override
    public String toString() {
        return name + ": " + method + " " + path;
    }

    private static BadInput json(String name, String method, String path, String body, int status, String field) {
        return new BadInput(name, method, path, "application/json", body, status, field);
    }

    static List<BadInput> all() {
        String reflection = "/dialogues/{dialogue}/reflections/welcome";
        String summary = "/rounds/{discussing}/summary";
        String agreement = "/rounds/{preparing}/agreement";
        String text = "{\"text\": \"%s\"}";
        String past = RoundStory.inDays(-1).toString();
        return List.of(
                json("no body", "POST", "/rounds", "", 400, ""),
                json("null for a body", "POST", "/rounds", "null", 400, ""),
                json("an empty object", "POST", "/rounds", "{}", 400, "partnerId"),
                json("no JSON", "POST", "/rounds", "{\"guideId\": ", 400, null),
                json("an array for an object", "POST", "/rounds", "[]", 400, ""),
                json("a number for an id", "POST", "/rounds", "{\"guideId\": 7}", 400, "guideId"),
                json("a word for an id", "POST", "/rounds", "{\"guideId\": \"hello\"}", 400, "guideId"),
                json("an unknown name", "POST", "/rounds", "{\"mode\": \"WITH_SOUND\"}", 400, "mode"),
                json("an emoji for a name", "POST", "/rounds", "{\"mode\": \"😊\"}", 400, "mode"),
                json("an unknown field", "POST", "/rounds", "{\"role\": \"ADMINISTRATOR\"}", 400, "role"),
                json("a status in the body", "POST", "/rounds", "{\"status\": \"CONCLUDED\"}", 400, "status"),
                json(
                        "an organisation in the body",
                        "POST",
                        "/rounds",
                        "{\"organisationId\": \"x\"}",
                        400,
                        "organisationId"),
                json(
                        "a foreign partner",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{guide}\", \"partnerId\": \"{stranger}\", \"mode\": \"WITHOUT_VIDEO\"}",
                        400,
                        "partnerId"),
                json(
                        "an unknown partner",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{guide}\", \"partnerId\": \"0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01\", \"mode\": \"WITHOUT_VIDEO\"}",
                        400,
                        "partnerId"),
                json(
                        "oneself for a partner",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{guide}\", \"partnerId\": \"{anna}\", \"mode\": \"WITHOUT_VIDEO\"}",
                        400,
                        "partnerId"),
                json(
                        "a foreign guide",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{strangeGuide}\", \"partnerId\": \"{bo}\", \"mode\": \"WITHOUT_VIDEO\"}",
                        400,
                        "guideId"),
                json(
                        "a period that is over",
                        "POST",
                        "/rounds",
                        "{\"guideId\": \"{guide}\", \"partnerId\": \"{bo}\", \"mode\": \"WITHOUT_VIDEO\", \"periodUntil\": \""
                                + past + "\"}",
                        400,
                        "periodUntil"),
                json(
                        "a period that ends before it begins",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"periodFrom\": \"2090-02-01\", \"periodUntil\": \"2090-01-01\"}",
                        400,
                        "periodUntil"),
                json(
                        "a day that does not exist",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"periodFrom\": \"2090-02-30\"}",
                        400,
                        "periodFrom"),
                json(
                        "a day out of all range",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"periodUntil\": \"+6000000-01-01\"}",
                        400,
                        "periodUntil"),
                json(
                        "a day as numbers",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"periodFrom\": [2026, 1, 1]}",
                        400,
                        "periodFrom"),
                json(
                        "a time out of all range",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": \"-1000000000-01-01T00:00:00Z\", \"channel\": \"PHONE\", \"label\": \"x\"}",
                        400,
                        "heldAt"),
                json(
                        "a time as a number",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": 1700000000, \"channel\": \"PHONE\", \"label\": \"x\"}",
                        400,
                        "heldAt"),
                json(
                        "a cursor from another age",
                        "GET",
                        "/rounds?cursor=KzMwMDAwMC0wMS0wMVQwMDowMDowMFogMDE5M2MxZGUtN2MyYi03ZjM5LWExYTUtNGQ1YjZkOGMxZjAx",
                        null,
                        400,
                        "cursor"),
                json("deep nesting", "PUT", reflection, "{\"text\": " + "[".repeat(5000), 400, null),
                json("a field twice", "PUT", reflection, "{\"text\": \"a\", \"text\": \"b\"}", 400, null),
                json(
                        "no dialogues",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"numberOfDialogues\": 0}",
                        400,
                        "numberOfDialogues"),
                json(
                        "a text for a number",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"numberOfDialogues\": \"mange\"}",
                        400,
                        "numberOfDialogues"),
                json(
                        "half a number",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"numberOfDialogues\": 2.5}",
                        400,
                        "numberOfDialogues"),
                json(
                        "consent without video",
                        "PUT",
                        agreement,
                        "{\"partnerId\": \"{bo}\", \"iKnowTheGuide\": true, \"mode\": \"WITHOUT_VIDEO\", \"consentMethod\": \"SIGNED\"}",
                        400,
                        "consentMethod"),
                json(
                        "a long label",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": \"2026-01-01T10:00:00Z\", \"channel\": \"PHONE\", \"label\": \"" + "x".repeat(121)
                                + "\"}",
                        400,
                        "label"),
                json(
                        "a blank label",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": \"2026-01-01T10:00:00Z\", \"channel\": \"PHONE\", \"label\": \"  \"}",
                        400,
                        "label"),
                json(
                        "a time without a zone",
                        "POST",
                        "/rounds/{conducting}/dialogues",
                        "{\"heldAt\": \"2026-01-01T10:00:00\", \"channel\": \"PHONE\", \"label\": \"x\"}",
                        400,
                        "heldAt"),
                json("no text", "PUT", reflection, "{}", 400, "text"),
                json("a megabyte", "PUT", reflection, text.formatted(MEGABYTE), 413, null),
                json(
                        "more than a reflection holds",
                        "PUT",
                        reflection,
                        text.formatted("x".repeat(20_001)),
                        400,
                        "text"),
                json("more emoji than it holds", "PUT", reflection, text.formatted("😊".repeat(20_001)), 400, "text"),
                json("NUL", "PUT", reflection, text.formatted("a\\u0000b"), 400, "text"),
                json("a raw control character", "PUT", reflection, text.formatted("a\u0007b"), 400, null),
                json("an escaped control character", "PUT", reflection, text.formatted("a\\u0007b"), 400, "text"),
                json("half a character", "PUT", reflection, text.formatted("a\\ud83db"), 400, "text"),
                json(
                        "an unknown topic",
                        "PUT",
                        "/dialogues/{dialogue}/reflections/weather",
                        text.formatted("x"),
                        404,
                        null),
                json(
                        "an emoji for a topic",
                        "PUT",
                        "/dialogues/{dialogue}/reflections/😊",
                        text.formatted("x"),
                        404,
                        null),
                json(
                        "NUL in a topic",
                        "PUT",
                        "/dialogues/{dialogue}/reflections/a%00b",
                        text.formatted("x"),
                        400,
                        "topic"),
                json(
                        "moments without video",
                        "PUT",
                        reflection,
                        "{\"text\": \"\", \"moments\": [{\"second\": 1, \"note\": \"\"}]}",
                        400,
                        "moments"),
                json(
                        "a second before the beginning",
                        "PUT",
                        reflection,
                        "{\"text\": \"\", \"moments\": [{\"second\": -1, \"note\": \"\"}]}",
                        400,
                        "moments[0].second"),
                json(
                        "null among moments",
                        "PUT",
                        reflection,
                        "{\"text\": \"\", \"moments\": [null]}",
                        400,
                        "moments[0]"),
                json(
                        "a follow-up in the past",
                        "PUT",
                        summary,
                        "{\"workedWell\": \"\", \"focusPoints\": [], \"learning\": \"\", \"followUpHow\": \"\", \"followUpOn\": \""
                                + past + "\"}",
                        400,
                        "followUpOn"),
                json(
                        "eleven focus points",
                        "PUT",
                        summary,
                        "{\"workedWell\": \"\", \"focusPoints\": [" + "\"x\",".repeat(10)
                                + "\"x\"], \"learning\": \"\", \"followUpHow\": \"\"}",
                        400,
                        "focusPoints"),
                json(
                        "NUL in a focus point",
                        "PUT",
                        summary,
                        "{\"workedWell\": \"\", \"focusPoints\": [\"\\u0000\"], \"learning\": \"\", \"followUpHow\": \"\"}",
                        400,
                        "focusPoints[0]"),
                new BadInput("plain text", "PUT", reflection, "text/plain", "x", 415, null),
                new BadInput("a form", "POST", "/rounds", "application/x-www-form-urlencoded", "a=b", 415, null),
                json("one letter to search for", "GET", "/people?query=a", null, 400, "query"),
                json("nothing to search for", "GET", "/people", null, 400, "query"),
                json("NUL to search for", "GET", "/people?query=a%00b", null, 400, "query"),
                json("a word for a limit", "GET", "/rounds?limit=many", null, 400, null),
                json("a foreign cursor", "GET", "/rounds?cursor=Zm9v", null, 400, "cursor"),
                json("an unknown status", "GET", "/rounds?status=OPEN", null, 400, null),
                json("a word for an id in the path", "GET", "/rounds/hello", null, 404, null),
                json("a method that is not there", "DELETE", "/rounds/{conducting}", null, 405, null),
                json(
                        "a password as a number",
                        "POST",
                        "/session",
                        "{\"email\": \"a@b.dk\", \"password\": {}}",
                        400,
                        "password"),
                json(
                        "an address that is none",
                        "POST",
                        "/session",
                        "{\"email\": \"anna\", \"password\": \"x\"}",
                        400,
                        "email"),
                json(
                        "NUL in a password",
                        "POST",
                        "/session",
                        "{\"email\": \"a@b.dk\", \"password\": \"\\u0000\"}",
                        400,
                        "password"));
    }
}
