package dk.dialogspejl.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Someone (or some system) that calls the API with an access token; null token for nobody. */
public record Employee(String name, UUID id, String email, String token) {

    private static final Set<String> TAKES_A_BODY = Set.of("finish-dialogues", "open-discussion", "cancel");

    public static final Employee NOBODY = new Employee("nobody", null, null, null);

    public RequestSpecification asks() {
        RequestSpecification request = RestAssured.given().basePath("/api/v1").accept(ContentType.JSON);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** To a path from the root, without REST Assured. */
    HttpRequest.Builder asksPlainly(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public ValidatableResponse reads(String path) {
        return asks().get(path).then();
    }

    /** The ETag of what is at the path now. */
    public String etag(String path) {
        Response answer = asks().get(path);
        answer.then().statusCode(200);
        return answer.header("ETag");
    }

    public ValidatableResponse posts(String path, Object body) {
        return sends("POST", path, null, body);
    }

    public ValidatableResponse puts(String path, String ifMatch, Object body) {
        return sends("PUT", path, ifMatch, body);
    }

    /** Takes a step of a round as it is now. */
    public ValidatableResponse steps(UUID round, String step, Object body) {
        return sends("POST", "/rounds/" + round + "/" + step, etag("/rounds/" + round), body);
    }

    public ValidatableResponse steps(UUID round, String step) {
        return steps(round, step, bodyOf(step));
    }

    /** The least that a step of a round takes, null for one that takes nothing. */
    static Map<String, ?> bodyOf(String step) {
        return TAKES_A_BODY.contains(step) ? Map.of() : null;
    }

    public ValidatableResponse sends(String method, String path, String ifMatch, Object body) {
        RequestSpecification request = asks();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(method, path).then();
    }

    public UUID creates(String path, Map<String, ?> body) {
        return UUID.fromString(posts(path, body).statusCode(201).extract().path("id"));
    }
}
