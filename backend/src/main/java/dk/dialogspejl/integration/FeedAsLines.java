package dk.dialogspejl.integration;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** As NDJSON: a line for each summary and removal, word for word as in the pages of JSON, and one with the cursor. */
@ApplicationScoped
class FeedAsLines implements FeedFormat {

    static final String TYPE = "application/x-ndjson";

    private final ObjectWriter json;

    @Inject
    FeedAsLines(ObjectMapper json) {
        // Straight into the answer, whose buffer decides what is sent at a time: nothing is put together in between.
        this.json = json.writerFor(FeedLine.class)
                .withRootValueSeparator("\n")
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .withoutFeatures(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM, JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void begin(OutputStream to) {}

    @Override
    public void rows(List<FeedPage.Row> rows, OutputStream to) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        try (SequenceWriter lines = json.writeValues(to)) {
            for (FeedPage.Row row : rows) {
                lines.write(FeedLine.of(row));
            }
        }
        to.write('\n');
    }

    @Override
    public void end(FeedCursor next, OutputStream to) throws IOException {
        to.write(json.writeValueAsBytes(FeedLine.end(next)));
        to.write('\n');
    }
}
