package dk.dialogspejl.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** It is a mirror, not an appraisal: nothing in the contract can carry a rating of a person. */
@QuarkusTest
class NoRatingTest extends ApiTest {

    /** What a rating would be called, as a word of a name. */
    private static final Set<String> RATINGS = Set.of(
            "appraisal",
            "grade",
            "grades",
            "level",
            "mark",
            "marks",
            "percent",
            "percentage",
            "percentile",
            "performance",
            "point",
            "points",
            "rank",
            "ranking",
            "rate",
            "rating",
            "ratings",
            "score",
            "scores",
            "star",
            "stars",
            "karakter",
            "karakterer",
            "niveau",
            "procent",
            "rangering",
            "stjerner",
            "vurdering");

    /** What is called so and is none. */
    private static final Set<String> NO_RATINGS = Set.of(
            "focusPoints",
            "focusPointTopics",
            "carriedFocusPoints",
            "openPoints",
            "FocusPointStatus",
            "FollowedUpPoint");

    /** Every number there is, and what it counts. A new one is written down here by whoever can say the same of it. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("version", "changes"),
            Map.entry("publishedVersion", "times a guide has been published"),
            Map.entry("revision", "changes"),
            Map.entry("status", "the HTTP status of a problem"),
            Map.entry("expires_in", "seconds a token lives"),
            Map.entry("numberOfDialogues", "dialogues agreed on"),
            Map.entry("recordingDeletionDays", "days until a recording is deleted"),
            Map.entry("second", "seconds into a recording"),
            Map.entry("recoveryCodesLeft", "codes to sign in with"),
            Map.entry("reflectionMonths", "months that something is kept"),
            Map.entry("noteMonths", "months that something is kept"),
            Map.entry("summaryMonths", "months that something is kept"),
            Map.entry("accountMonths", "months that something is kept"),
            Map.entry("auditMonths", "months that something is kept"),
            Map.entry("auditEntries", "entries due for removal"),
            Map.entry("times", "refusals in an hour"),
            Map.entry("accessLogMonths", "months that something is kept"),
            Map.entry("reflections", "rounds due for removal"),
            Map.entry("dialogues", "rounds due for removal"),
            Map.entry("notes", "rounds due for removal"),
            Map.entry("summaries", "summaries due for removal"),
            Map.entry("rounds", "rounds due for removal"),
            Map.entry("accounts", "people due for removal"),
            Map.entry("accessEntries", "entries due for removal"),
            Map.entry("row", "the line of an imported file"),
            Map.entry("created", "people an import took in"),
            Map.entry("changed", "people an import changed"),
            Map.entry("deactivated", "people an import closed out"),
            Map.entry("unchanged", "people an import left as they were"),
            Map.entry("newTeams", "teams an import made"),
            Map.entry("minutes", "minutes a talk is planned to take"),
            Map.entry("talkMinutes", "minutes a talk is planned to take"),
            Map.entry("events", "webhooks' events sent again"),
            Map.entry("number", "attempts to send a webhook"),
            Map.entry("milliseconds", "how long such an attempt took"),
            Map.entry("people", "people whose round is at a status, or in a team"),
            Map.entry("inTeam", "people of a team, never fewer than five"),
            Map.entry("inOrganisation", "people of the organisation, never fewer than five"),
            Map.entry("late", "people whose round is later than planned"),
            Map.entry("count", "notifications not read yet, or what a change would lead to"));

    /** A property of a schema, or one of its values, by where it is. */
    private record Named(String where, String name, boolean number) {}

    @Test
    void no_schema_carries_a_rating_of_a_person() {
        List<Named> names = names();
        assertFalse(names.isEmpty());
        Set<String> ratings = new TreeSet<>();
        Set<String> numbers = new TreeSet<>();
        for (Named one : names) {
            if (!NO_RATINGS.contains(one.name()) && words(one.name()).anyMatch(RATINGS::contains)) {
                ratings.add(one.where() + "." + one.name());
            }
            if (one.number() && !NUMBERS.containsKey(one.name())) {
                numbers.add(one.where() + "." + one.name());
            }
        }
        assertEquals(Set.of(), ratings);
        assertEquals(Set.of(), numbers, "Numbers of which nobody has said what they count");
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("(?<=[a-z])(?=[A-Z])|[_\\-: ]+")).map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static List<Named> names() {
        Map<String, Map<String, Object>> schemas = RestAssured.given()
                .get("/api/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("components.schemas");
        List<Named> names = new ArrayList<>();
        schemas.forEach((name, schema) -> {
            names.add(new Named("schemas", name, false));
            collect(name, schema, names);
        });
        return names;
    }

    /** Whatever a schema is made of: properties, items, alternatives, and the values of an enumeration. */
    private static void collect(String where, Object part, List<Named> names) {
        if (part instanceof List<?> parts) {
            parts.forEach(one -> collect(where, one, names));
        } else if (part instanceof Map<?, ?> schema) {
            schema.forEach((key, value) -> {
                if (key.equals("properties") && value instanceof Map<?, ?> properties) {
                    properties.forEach((name, property) -> {
                        names.add(new Named(where, name.toString(), isNumber(property)));
                        collect(where + "." + name, property, names);
                    });
                } else if (key.equals("enum") && value instanceof List<?> values) {
                    values.forEach(one -> names.add(new Named(where, one.toString(), false)));
                } else if (!key.equals("example")) {
                    collect(where, value, names);
                }
            });
        }
    }

    private static boolean isNumber(Object property) {
        return property instanceof Map<?, ?> schema
                && (Set.of("integer", "number").contains(String.valueOf(schema.get("type")))
                        || schema.get("items") != null && isNumber(schema.get("items")));
    }
}
