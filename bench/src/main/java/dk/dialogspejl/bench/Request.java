package dk.dialogspejl.bench;

import java.util.HashMap;
import java.util.Map;

/** What is asked of an app. */
record Request(App app, String method, String path, Map<String, String> headers, String body) {

    static Request get(App app, String path, Map<String, String> headers) {
        return new Request(app, "GET", path, headers, "");
    }

    /** @param version the one that is replaced */
    static Request change(App app, String method, String path, Map<String, String> me, int version, String body) {
        Map<String, String> headers = new HashMap<>(me);
        headers.put("Content-Type", "application/json");
        headers.put("If-Match", "\"" + version + "\"");
        return new Request(app, method, path, headers, body);
    }

    Request of(App other) {
        return new Request(other, method, path, headers, body);
    }
}
