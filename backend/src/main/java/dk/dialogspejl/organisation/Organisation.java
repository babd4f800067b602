package dk.dialogspejl.organisation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * A tenant: a municipality, a pharmacy or chain, an agency. The register of organisations belongs to
 * none of them; it holds no personal data.
 */
@Entity
public class Organisation extends PanacheEntityBase {

    @Id
    private UUID id;

    private String name;
    private Instant createdAt;

    protected Organisation() {}

    /** @param id given from outside, because the tenancy must be entered before the first row is written */
    public Organisation(UUID id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }
}
