package dk.dialogspejl.documents;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Makes a page a PDF that can be read aloud (PDF/UA-1, ISO 14289-1): tagged, with its language, title and bookmarks, and
 * its font in it.
 */
@ApplicationScoped
class Pdf {

    /** Comes with PDFBox; all the letters of Europe's languages. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    @PostConstruct
    void beSilent() {
        XRLog.setLoggingEnabled(false); // it would quote what is in the page
    }

    /** @param page well-formed XHTML, complete in itself: nothing it names is fetched */
    byte[] of(String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans")
                    .useUriResolver((base, uri) -> null)
                    .withProducer("Dialogspejl")
                    .withHtmlContent(page, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
