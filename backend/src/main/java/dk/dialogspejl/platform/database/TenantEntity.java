package dk.dialogspejl.platform.database;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A row of one organisation, with an id of its own. */
@MappedSuperclass
public abstract class TenantEntity extends TenantRow {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    /** UUIDv7, given when the row is persisted. */
    public UUID id() {
        return id;
    }
}
