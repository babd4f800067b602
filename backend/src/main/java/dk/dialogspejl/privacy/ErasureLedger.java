package dk.dialogspejl.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who has been erased, in a file that no restore of the database overwrites: one line of JSON each, ids and times only. */
@ApplicationScoped
class ErasureLedger {

    private final Path file;

    @Inject
    ObjectMapper json;

    /** A line of it. */
    record Entry(UUID organisation, UUID person, Instant erasedAt) {

        Erased whose() {
            return new Erased(organisation, person);
        }
    }

    /** Somebody who has been erased, once or more. */
    record Erased(UUID organisation, UUID person) {}

    @Inject
    ErasureLedger(@ConfigProperty(name = "dialogspejl.erasure-ledger") String file) {
        this.file = Path.of(file).toAbsolutePath().normalize();
    }

    /** Returns once it is safely on the disk. */
    synchronized void append(Entry entry) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel end = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                // The line before may have been cut off; then it is one of its own, and nothing to anyone.
                String line = (endsWithALine() ? "" : "\n") + json.writeValueAsString(entry) + "\n";
                end.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                end.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write to the ledger of erasures", e);
        }
    }

    private boolean endsWithALine() throws IOException {
        try (FileChannel whole = FileChannel.open(file)) {
            if (whole.size() == 0) {
                return true;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            whole.read(last, whole.size() - 1);
            return last.get(0) == '\n';
        }
    }

    synchronized List<Entry> entries() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Entry> entries = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    read(line, entries);
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the ledger of erasures", e);
        }
    }

    /** A line that was cut off is of an erasure that was not carried out. */
    private void read(String line, List<Entry> entries) {
        try {
            entries.add(json.readValue(line, Entry.class));
        } catch (JsonProcessingException cutOff) {
            // nobody was erased with it
        }
    }
}
