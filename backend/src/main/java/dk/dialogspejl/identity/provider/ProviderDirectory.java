package dk.dialogspejl.identity.provider;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;

/**
 * Which organisation a provider, or a domain of e-mail addresses, belongs to. Before sign-in no organisation is known, so
 * this table is read without; it tells that and nothing else.
 */
@Entity
class ProviderDirectory extends PanacheEntityBase {

    /** An issuer, or a domain in lower case. Unique across organisations. */
    @Id
    private String name;

    private UUID organisationId;

    protected ProviderDirectory() {}

    static Optional<UUID> organisationOf(String name) {
        return ProviderDirectory.<ProviderDirectory>findByIdOptional(name).map(entry -> entry.organisationId);
    }
}
