package dk.dialogspejl.platform.database;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/**
 * A row that belongs to one organisation. Hibernate adds the organisation to every statement, and
 * row-level security in PostgreSQL refuses what it might forget.
 */
@MappedSuperclass
public abstract class TenantEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @TenantId
    @Column(columnDefinition = "uuid", nullable = false, updatable = false)
    private String organisationId;

    /** UUIDv7, given when the row is persisted. */
    public UUID id() {
        return id;
    }

    /** The organisation the row belongs to; known once the row has been written. */
    public UUID organisationId() {
        return UUID.fromString(organisationId);
    }
}
