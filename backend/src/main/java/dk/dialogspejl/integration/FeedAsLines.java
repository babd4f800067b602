package dk.dialogspejl.integration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** As NDJSON: a line for each summary and removal, word for word as in the pages of JSON, and one with the cursor. */
@ApplicationScoped
class FeedAsLines implements FeedFormat {

    static final String TYPE = "application/x-ndjson";

    /** About the length of a line, in bytes. */
    private static final int LINE = 768;

    private final ObjectWriter json;

    @Inject
    FeedAsLines(ObjectMapper json) {
        this.json = json.writerFor(FeedLine.class);
    }

    @Override
    public void begin(OutputStream to) {}

    @Override
    public void rows(List<FeedPage.Row> rows, OutputStream to) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(rows.size() * LINE);
        for (FeedPage.Row row : rows) {
            lines.write(json.writeValueAsBytes(FeedLine.of(row)));
            lines.write('\n');
        }
        lines.writeTo(to);
    }

    @Override
    public void end(FeedCursor next, OutputStream to) throws IOException {
        to.write(json.writeValueAsBytes(FeedLine.end(next)));
        to.write('\n');
    }
}
