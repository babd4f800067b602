package dk.dialogspejl.platform.sealing;

import dk.dialogspejl.platform.database.TenantEntity;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where sealed words belong. They are bound to it (the associated data of RFC 5116), so that moved to another
 * organisation, column or row they do not open.
 *
 * @param column table and column, as {@code reflection.words}
 */
public record Place(UUID organisationId, String column, UUID rowId) {

    /** In a row that has been written: before, it has no id. */
    public static Place of(TenantEntity row, String column) {
        return new Place(row.organisationId(), column, row.id());
    }

    byte[] bound() {
        return (organisationId + " " + column + " " + rowId).getBytes(StandardCharsets.UTF_8);
    }
}
