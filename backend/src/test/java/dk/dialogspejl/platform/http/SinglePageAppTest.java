package dk.dialogspejl.platform.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With files named "probe" beside whatever app has been built: none of these tests cares which one. */
@QuarkusTest
class SinglePageAppTest extends ApiTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** The plain Java client shows what was sent; REST Assured unpacks and forgets. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI root;

    private HttpResponse<String> call(String method, String path, String accept, String encoding)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", accept);
        if (encoding != null) {
            request.header("Accept-Encoding", encoding);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return call("GET", path, accept, null);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rounds",
                "/rounds/0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00/summary",
                "/a.b/c",
                "/queue",
                "/apiary/",
                "/%C3%A6"
            })
    void a_deep_link_gets_the_app_as_its_own_page_does(String path) throws Exception {
        HttpResponse<String> page = get("/index.html", BROWSER);
        HttpResponse<String> linked = get(path, BROWSER);
        assertEquals(200, linked.statusCode());
        assertTrue(linked.body().contains("<html"));
        assertEquals(page.body(), linked.body());
        assertEquals("text/html;charset=UTF-8", header(linked, "Content-Type"));
        assertEquals("no-cache", header(linked, "Cache-Control"));
        HttpResponse<String> head = call("HEAD", path, BROWSER, null);
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    @Test
    void the_root_is_the_app_whatever_is_accepted() throws Exception {
        assertEquals(get("/index.html", BROWSER).body(), get("/", "*/*").body());
        assertEquals("no-cache", header(get("/", "*/*"), "Cache-Control"));
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/gone-0a1b2c3d.js, text/html",
        "/gone.css, text/html",
        "/favicon.missing, text/html",
        "/rounds, application/json",
        "/rounds, */*",
        "/api, text/html",
        "/api/v1/gone, text/html",
        "/q/gone, text/html",
        "/oauth2/gone, text/html",
        "/.well-known/gone, text/html"
    })
    void what_is_missing_stays_missing(String path, String accept) throws Exception {
        HttpResponse<String> answer = get(path, accept);
        assertEquals(404, answer.statusCode());
        assertFalse(answer.body().contains("<html"), answer.body());
        assertFalse(
                answer.headers().firstValue("Cache-Control").orElse("").matches(".*(public|max-age|immutable).*"),
                "a 404 is not to be remembered");
    }

    @Test
    void a_missing_address_of_the_api_is_a_problem_as_before() {
        RestAssured.given()
                .accept(BROWSER)
                .get("/api/v1/gone")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void only_reading_gets_the_app() throws Exception {
        for (String method : new String[] {"POST", "PUT", "DELETE"}) {
            HttpResponse<String> answer = call(method, "/rounds", BROWSER, null);
            assertTrue(answer.statusCode() >= 400, method + " " + answer.statusCode());
            assertFalse(answer.body().contains("<html"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/assets/probe-0a1b2c3d.js   | text/javascript;charset=UTF-8 | " + FOR_EVER,
                "/assets/probe-0a1b2c3d.css  | text/css;charset=UTF-8        | " + FOR_EVER,
                "/assets/probe-0a1b2c3d.json | application/json              | " + FOR_EVER,
                "/probe-sw.js                | text/javascript;charset=UTF-8 | no-cache",
                "/probe.webmanifest          | application/manifest+json     | no-cache",
                "/probe.svg                  | image/svg+xml                 | no-cache",
                "/probe.png                  | image/png                     | no-cache"
            })
    void each_file_has_its_type_and_its_life(String path, String type, String cacheControl) throws Exception {
        HttpResponse<String> answer = get(path, "*/*");
        assertEquals(200, answer.statusCode());
        assertEquals(type, header(answer, "Content-Type"));
        assertEquals(cacheControl, header(answer, "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rounds", "/assets/probe-0a1b2c3d.js", "/probe-sw.js", "/assets/gone.js"})
    void every_answer_for_the_app_tells_the_browser_what_it_may(String path) {
        RestAssured.given()
                .accept(BROWSER)
                .get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        equalTo("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                                + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src blob:;"
                                + " worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
                                + " frame-ancestors 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                .header("Permissions-Policy", containsString("camera=()"))
                .header("Permissions-Policy", containsString("microphone=()"))
                .header("Permissions-Policy", containsString("geolocation=()"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/rounds",
                "/assets/probe-0a1b2c3d.js",
                "/assets/probe-0a1b2c3d.css",
                "/assets/probe-0a1b2c3d.json",
                "/probe.svg",
                "/probe.webmanifest"
            })
    void the_apps_text_is_compressed_for_who_can_read_it(String path) throws Exception {
        HttpResponse<String> packed = call("GET", path, BROWSER, "gzip");
        assertEquals("gzip", header(packed, "Content-Encoding"));
        assertEquals("accept-encoding", header(packed, "Vary"));
        assertNotEquals("gzip", header(get(path, BROWSER), "Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/openapi?format=json",
                "/api/v1/me",
                "/api/v1/gone",
                "/.well-known/jwks.json",
                "/q/metrics",
                "/probe.png"
            })
    void nothing_else_is_ever_compressed(String path) throws Exception {
        HttpResponse<String> answer = call("GET", path, "*/*", "gzip");
        assertNotEquals("gzip", header(answer, "Content-Encoding"), path);
        assertFalse(answer.body().isEmpty());
    }

    @Test
    void what_a_person_reads_through_the_api_is_not_compressed_either() throws Exception {
        String token = given.aWorkplace().anna().token();
        for (String path : new String[] {"/api/v1/me", "/api/v1/guides"}) {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(root.resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertNotEquals("gzip", header(answer, "Content-Encoding"), path);
        }
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() throws Exception {
        String since = header(get("/", BROWSER), "Last-Modified");
        HttpResponse<String> again = CLIENT.send(
                HttpRequest.newBuilder(root).header("If-Modified-Since", since).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(304, again.statusCode());
        assertEquals("no-cache", header(again, "Cache-Control"));
    }

    @Test
    void the_documentation_of_the_api_keeps_its_own_rules() {
        RestAssured.given()
                .accept(BROWSER)
                .get("/api/docs/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"))
                .body(containsString("swagger-ui"))
                .body(not(containsString("id=\"root\"")));
    }
}
