package dk.dialogspejl.identity.provider;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;

/** That a provider's subject is a person here. It is made at the first sign-in, never changed, and gone when the person is erased. */
@Entity
class IdentityLink extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private IdentityProvider provider;

    private String subject;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private Instant linkedAt;

    protected IdentityLink() {}

    IdentityLink(IdentityProvider provider, String subject, Person person, Instant linkedAt) {
        this.provider = provider;
        this.subject = subject;
        this.person = person;
        this.linkedAt = linkedAt;
    }

    static Optional<Person> personOf(IdentityProvider provider, String subject) {
        return Person.find(
                        "select l.person from IdentityLink l where l.provider = ?1 and l.subject = ?2",
                        provider,
                        subject)
                .firstResultOptional();
    }

    /** One linked already belongs to another subject. */
    static boolean exists(IdentityProvider provider, Person person) {
        return count("provider = ?1 and person = ?2", provider, person) > 0;
    }
}
