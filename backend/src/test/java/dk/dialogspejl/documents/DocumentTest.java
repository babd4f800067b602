package dk.dialogspejl.documents;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What people take with them says what was agreed, and can be read aloud. */
@QuarkusTest
class DocumentTest extends ApiTest {

    @BeforeAll
    static void readiesTheChecker() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static byte[] document(Employee reader, String path, String language) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + reader.token())
                .header("Accept-Language", language)
                .get("/api/v1" + path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** What a checker finds that keeps a PDF from being read aloud. */
    private static List<String> faults(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(found -> !found.getStatus().toString().equalsIgnoreCase("passed"))
                    .map(found -> found.getRuleId() + " " + found.getMessage())
                    .toList();
        }
    }

    private static RoundStory concluded(RoundStory round, Map<String, ?> more) {
        round.discussing();
        Map<String, Object> summary = round.summary();
        summary.putAll(more);
        String path = round.path("/summary");
        round.bo().puts(path, round.bo().etag(path), summary).statusCode(200);
        for (Employee each : List.of(round.anna(), round.bo())) {
            each.puts(path + "/approval", each.etag(path), null).statusCode(200);
        }
        return round;
    }

    @Test
    void the_summary_as_pdf_says_what_was_agreed_and_passes_a_check_of_accessibility() throws Exception {
        RoundStory round = concluded(
                given.aRound(),
                Map.of(
                        "workedWell",
                        "Roen ved skranken: æ, ø, å, é og ü.\nOgså <b>pausen</b> & tavsheden.",
                        "learning",
                        "Ærlighed. ".repeat(400)));
        for (String language : List.of("da", "en")) {
            byte[] pdf = document(round.anna(), round.path("/summary/pdf"), language);
            keep("opsummering-" + language, pdf);
            assertEquals(List.of(), faults(pdf));
            try (PDDocument read = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(read);
                assertTrue(text.contains("Roen ved skranken: æ, ø, å, é og ü."), text);
                assertTrue(text.contains("Også <b>pausen</b> & tavsheden."), text);
                assertTrue(text.contains("Slip skærmen"), text);
                assertTrue(
                        text.matches(
                                language.equals("da")
                                        ? "(?s).*følger op den \\d+\\. \\w+ 20\\d\\d.*"
                                        : "(?s).*on \\d+ \\w+ 20\\d\\d.*"),
                        text);
                assertTrue(read.getNumberOfPages() > 1);
                assertEquals(language, read.getDocumentCatalog().getLanguage());
                String title = read.getDocumentInformation().getTitle();
                assertEquals(language.equals("da") ? "Opsummering – Anna og Bo" : "Summary – Anna and Bo", title);
                assertEquals(
                        language.equals("da")
                                ? List.of(
                                        "Det der fungerede godt",
                                        "Fokuspunkter",
                                        "Læring vi tager med videre",
                                        "Opfølgning")
                                : List.of("What worked well", "Focus points", "Learning we take with us", "Follow-up"),
                        bookmarks(read));
            }
        }
    }

    private static List<String> bookmarks(PDDocument pdf) {
        List<String> names = new ArrayList<>();
        for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
            names.add(item.getTitle());
        }
        return names;
    }

    /** To be looked at. */
    private static void keep(String name, byte[] pdf) throws Exception {
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name + ".pdf"), pdf);
    }

    @Test
    void letters_from_elsewhere_do_no_harm() throws Exception {
        RoundStory round = concluded(given.aRound(), Map.of("learning", "Godt gået 🎉 Łukasz, Ζωή og Зоя 日本"));
        byte[] pdf = document(round.bo(), round.path("/summary/pdf"), "da");
        assertEquals(List.of(), faults(pdf));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertTrue(new PDFTextStripper().getText(read).contains("Łukasz, Ζωή og Зоя"));
        }
    }

    @Test
    void the_guide_is_in_the_wording_of_the_reader_and_passes_the_check_too() throws Exception {
        RoundStory round = given.aRound().accepted();
        List<String> texts = new ArrayList<>();
        for (Employee reader : List.of(round.anna(), round.bo())) {
            byte[] pdf = document(reader, round.path("/guide/pdf"), "da");
            keep("guide-" + reader.name(), pdf);
            assertEquals(List.of(), faults(pdf));
            try (PDDocument read = Loader.loadPDF(pdf)) {
                texts.add(new PDFTextStripper().getText(read));
            }
        }
        assertTrue(texts.get(0).contains("Til dig der selvevaluerer"), texts.get(0));
        assertTrue(texts.get(1).contains("Til dig der er sparringspartner"), texts.get(1));
        assertFalse(texts.get(0).equals(texts.get(1)));
    }

    @Test
    void as_a_page_it_is_complete_in_itself_and_runs_nothing() throws Exception {
        RoundStory round = concluded(given.aRound(), Map.of("workedWell", "<script>alert(1)</script>"));
        byte[] page = document(round.anna(), round.path("/summary/document"), "da");
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve("opsummering.html"), page);
        String html = new String(page, java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(html.contains("lang=\"da\""), html);
        assertTrue(html.contains("&lt;script&gt;"), html);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.matches("(?s).*(src=|url\\(|<link).*"), html);
    }

    @Test
    void there_is_none_before_both_have_approved() {
        RoundStory round = given.aRound().summarised();
        for (String path : List.of("/summary/pdf", "/summary/document")) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + round.anna().token())
                    .get("/api/v1" + round.path(path))
                    .then()
                    .statusCode(404)
                    .body(not(containsString("Roen")));
        }
    }
}
