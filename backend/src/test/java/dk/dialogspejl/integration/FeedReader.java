package dk.dialogspejl.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dk.dialogspejl.testing.Employee;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** An HR system that follows the feed and keeps a copy, as `docs/integrators.md` tells it to. */
final class FeedReader {

    private final Employee client;
    private final String filter;
    private final Map<String, Integer> revisions = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private String cursor;

    /** @param filter query parameters, such as {@code team=…}; empty for none */
    FeedReader(Employee client, String filter) {
        this.client = client;
        this.filter = filter;
    }

    static FeedReader of(Employee client) {
        return new FeedReader(client, "");
    }

    /** Reads page by page until there is no more, and answers how many rows came. */
    int catchUp() {
        int rows = 0;
        boolean more = true;
        while (more) {
            JsonPath page = asks(3).statusCode(200).extract().jsonPath();
            List<Map<String, Object>> summaries = page.getList("summaries");
            List<Map<String, Object>> removed = page.getList("removed");
            summaries.forEach(summary -> {
                revisions.merge(id(summary), revision(summary), Math::max);
                names.put(id(summary), (String) summary.get("name"));
            });
            removed.forEach(gone -> {
                revisions.remove(id(gone));
                names.remove(id(gone));
            });
            rows += summaries.size() + removed.size();
            cursor = page.getString("cursor");
            assertNotNull(cursor, "the last page has one too");
            more = page.getBoolean("more");
            assertFalse(more && summaries.isEmpty() && removed.isEmpty(), "a page leads somewhere");
        }
        return rows;
    }

    ValidatableResponse asks(int limit) {
        return client.reads("/summaries?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor)
                + (filter.isEmpty() ? "" : "&" + filter));
    }

    String cursor() {
        return cursor;
    }

    void comesBackWith(String other) {
        cursor = other;
    }

    Map<String, Integer> copy() {
        return revisions;
    }

    String nameOf(UUID summary) {
        return names.get(summary.toString());
    }

    void knows(UUID... summaries) {
        assertEquals(Arrays.stream(summaries).map(UUID::toString).collect(Collectors.toSet()), revisions.keySet());
    }

    private static String id(Map<String, Object> row) {
        return (String) row.get("id");
    }

    private static int revision(Map<String, Object> row) {
        return (Integer) row.get("revision");
    }
}
