package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.time.Years;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/**
 * Where in a list, ordered by time and then id, a page begins: after this row. Opaque to clients.
 *
 * @param at the row's time, to the microsecond, as PostgreSQL keeps it
 * @param id the row's id
 */
public record Cursor(Instant at, UUID id) {

    /**
     * Reads a cursor as the client got it.
     *
     * @throws ProblemException 400 if it is not one of ours
     */
    public static Cursor parse(String opaque) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8).split(" ", 2);
            Cursor cursor = new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            if (Years.cover(cursor.at())) {
                return cursor;
            }
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException foreign) {
            // Not ours, as one from another time is not.
        }
        throw ProblemException.invalid(new FieldFault("cursor", "field.cursor"));
    }

    public String opaque() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
