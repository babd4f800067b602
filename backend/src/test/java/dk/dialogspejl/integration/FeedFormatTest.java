package dk.dialogspejl.integration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The feed says the same in each of its forms. */
@QuarkusTest
class FeedFormatTest extends ApiTest {

    private static final String NASTY = "=1+1, \"æøå\"\r\n\u2028\\ 😀";

    @Inject
    WholeDatabase database;

    @ConfigProperty(name = "dialogspejl.full-loads-per-hour")
    int fullLoads;

    @Test
    void lines_are_word_for_word_the_pages_and_end_with_the_same_cursor() throws Exception {
        Workplace work = given.aWorkplace();
        RoundStory gone = RoundStory.at(work).shared();
        String before = work.hr().reads("/summaries").extract().path("cursor");
        nastyWords(RoundStory.at(work).shared());
        gone.shares(false);
        for (String from : List.of("", "?cursor=" + before)) {
            String page = work.hr().reads("/summaries" + from).extract().asString();
            List<String> lines = as(work.hr(), FeedAsLines.TYPE, from)
                    .statusCode(200)
                    .header("Content-Type", startsWith(FeedAsLines.TYPE))
                    .extract()
                    .asString()
                    .lines()
                    .toList();
            assertEquals(from.isEmpty() ? 2 : 3, lines.size());
            assertEquals(
                    page,
                    "{\"summaries\":[" + inside(lines, "summary") + "],\"removed\":[" + inside(lines, "removed")
                            + "],\"cursor\":" + inside(lines, "cursor") + ",\"more\":false}");
        }
    }

    private static String inside(List<String> lines, String kind) {
        String begin = "{\"" + kind + "\":";
        return lines.stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length(), line.length() - 1))
                .collect(Collectors.joining(","));
    }

    @Test
    void a_table_is_for_people_and_none_of_its_cells_is_a_formula() throws Exception {
        Workplace work = given.aWorkplace();
        nastyWords(RoundStory.at(work).shared());
        String table = as(work.hr(), FeedAsTable.TYPE, "")
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv; charset=UTF-8; header=present"))
                .extract()
                .asString();
        assertTrue(table.startsWith("id,revision,employeeNumber,name,"), table);
        assertTrue(table.contains(",\"'=1+1, \"\"æøå\"\"\r\n\u2028\\ 😀\","), table);
        assertTrue(table.endsWith("Z\r\n"), table);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "Ro,Ro",
                "=1,'=1",
                "+45,'+45",
                "-1,'-1",
                "@a,'@a",
                "＝1,'＝1",
                "a=1,a=1",
                "|a,b|,|\"a,b\"|",
                "a\"b,|\"a\"\"b\"|"
            })
    void a_cell_is_quoted_where_it_must_be_and_defused_where_it_could_be_a_formula(String text, String cell) {
        assertEquals(cell, FeedAsTable.cell(text));
    }

    @Test
    void what_begins_with_white_space_is_defused_too() {
        assertEquals("'\t=1", FeedAsTable.cell("\t=1"));
        assertEquals("\"'\r=1\"", FeedAsTable.cell("\r=1"));
        assertEquals("\"'\n=1\"", FeedAsTable.cell("\n=1"));
    }

    @Test
    void each_form_has_its_own_tag_and_whoever_knows_it_is_told_so() {
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).shared();
        for (String type : List.of(FeedAsLines.TYPE, FeedAsTable.TYPE)) {
            String etag = as(work.hr(), type, "").extract().header("ETag");
            known(work.hr(), type, etag, 304);
            known(work.hr(), "application/json", etag, 200);
        }
        // Twice as a stream and twice as a page.
        round.anna().reads("/me/access").body("", hasSize(4));
    }

    @Test
    void without_a_wish_it_is_pages_and_another_form_there_is_not() {
        Employee hr = given.aWorkplace().hr();
        RestAssured.given()
                .header("Authorization", "Bearer " + hr.token())
                .get("/api/v1/summaries")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON);
        as(hr, "application/xml", "").statusCode(406);
        as(hr, FeedAsLines.TYPE, "?cursor=x").statusCode(400).body("type", containsString("invalid"));
    }

    @Test
    void each_form_is_for_those_alone_whom_the_pages_are_for() {
        Workplace work = given.aWorkplace();
        Workplace elsewhere = given.aWorkplace();
        for (String reader : Workplace.READERS) {
            Employee asking = work.reader(reader, elsewhere);
            int status = as(asking, "application/json", "").extract().statusCode();
            assertEquals(reader.equals("HR system"), status == 200, reader);
            as(asking, FeedAsLines.TYPE, "").statusCode(status);
            as(asking, FeedAsTable.TYPE, "").statusCode(status);
        }
    }

    @Test
    void everything_at_once_is_to_be_had_only_so_often_but_what_is_new_always() {
        Employee hr = given.aWorkplace().hr();
        String cursor = hr.reads("/summaries").extract().path("cursor");
        for (int load = 0; load < fullLoads; load++) {
            as(hr, FeedAsLines.TYPE, "").statusCode(200);
        }
        as(hr, FeedAsLines.TYPE, "").statusCode(429).header("Retry-After", not(nullValue()));
        as(hr, FeedAsLines.TYPE, "?cursor=" + cursor).statusCode(200);
        hr.reads("/summaries").statusCode(200);
    }

    @Test
    void a_client_that_is_revoked_while_it_reads_gets_no_end() throws Exception {
        Workplace work = given.aWorkplace();
        SummaryCrowd.at(work, database).share(5_000);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/summaries"))
                .header("Authorization", "Bearer " + work.hr().token())
                .header("Accept", FeedAsLines.TYPE)
                .build();
        try (var body = new BufferedReader(new InputStreamReader(
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            body.readLine();
            database.execute("update api_client set revoked_at = now() where login = '"
                    + work.hr().email() + "'");
            assertThrows(IOException.class, () -> {
                for (String line = body.readLine(); line != null; line = body.readLine()) {
                    assertTrue(!line.contains("\"cursor\""), "it ended as if it were whole");
                }
            });
        }
    }

    private void nastyWords(RoundStory round) throws Exception {
        try (var connection = database.open();
                var update = connection.prepareStatement("update summary set worked_well = ? where round_id = ?")) {
            update.setString(1, NASTY);
            update.setObject(2, round.id());
            update.executeUpdate();
        }
    }

    private static ValidatableResponse as(Employee client, String type, String query) {
        return client.asks().accept(type).get("/summaries" + query).then();
    }

    private static void known(Employee client, String type, String etag, int status) {
        client.asks()
                .accept(type)
                .header("If-None-Match", etag)
                .get("/summaries")
                .then()
                .statusCode(status);
    }
}
