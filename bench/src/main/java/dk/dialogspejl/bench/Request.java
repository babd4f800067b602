package dk.dialogspejl.bench;

import java.util.Map;

/** What is asked of an app. */
record Request(App app, String method, String path, Map<String, String> headers, String body) {

    static Request get(App app, String path, Map<String, String> headers) {
        return new Request(app, "GET", path, headers, "");
    }

    Request of(App other) {
        return new Request(other, method, path, headers, body);
    }
}
