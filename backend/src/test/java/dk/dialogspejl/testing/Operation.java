package dk.dialogspejl.testing;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An operation as the served contract has it.
 *
 * @param bodyType media type of its body; null when it takes none
 * @param endless whether its answer, to those who get it, is a stream without an end
 */
public record Operation(
        String id,
        String method,
        String path,
        String bodyType,
        boolean open,
        boolean endless,
        List<Map<String, Object>> parameters) {

    @Override
    public String toString() {
        return id;
    }

    public boolean writes() {
        return !method.equals("GET");
    }

    /** All there are: what tests generate from it leaves none out. */
    public static List<Operation> all() {
        JsonPath contract = RestAssured.given()
                .get("/api/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = contract.getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> operations.add(new Operation(
                (String) operation.get("operationId"),
                method.toUpperCase(),
                path,
                bodyType(operation),
                operation.get("security") == null,
                operation.get("responses").toString().contains("text/event-stream"),
                parameters(operation)))));
        return operations;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parameters(Map<String, Object> operation) {
        return (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of());
    }

    @SuppressWarnings("unchecked")
    private static String bodyType(Map<String, Object> operation) {
        var body = (Map<String, Map<String, Object>>) operation.get("requestBody");
        return body == null ? null : body.get("content").keySet().iterator().next();
    }
}
