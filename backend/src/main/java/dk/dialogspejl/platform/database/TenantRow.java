package dk.dialogspejl.platform.database;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/**
 * What belongs to one organisation. Hibernate adds the organisation of the transaction to every query, and row-level
 * security in PostgreSQL stands guard over all else: what is inserted, rows changed by their id, native queries.
 *
 * <p>The condition is a part of the mapping and not one of Hibernate's filters, as {@code @TenantId} would make it: while a
 * filter is on, Hibernate keeps no plan of any query, and translates each anew each time (ADR 2).
 */
@MappedSuperclass
@SQLRestriction("organisation_id = current_organisation()")
public abstract class TenantRow extends PanacheEntityBase {

    @OfCurrentOrganisation
    @Column(nullable = false, updatable = false)
    private UUID organisationId;

    /** The organisation the row belongs to; known once the row has been written. */
    public UUID organisationId() {
        return organisationId;
    }
}
