package dk.dialogspejl.identity.provider;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.AuditTrail;
import dk.dialogspejl.audit.Refusals;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.SignInMethod;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.log.SecurityLog;
import dk.dialogspejl.platform.log.SecurityLog.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Finds an organisation's provider, and the person whom it has proved somebody to be. Works before anyone is signed in,
 * so it enters the organisation itself: the one that the provider is bound to, and no other.
 */
@ApplicationScoped
public class ProviderSignIn {

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    RedeemCode code;

    @Inject
    Refusals refusals;

    @Inject
    AuditTrail trail;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * The same for every address of a domain, whether or not there is such a person.
     *
     * @throws ProblemException NO_PROVIDER, PROVIDER_UNAVAILABLE
     */
    public ProviderView find(FindProvider command) {
        String domain = ProviderDomain.of(command.email());
        IdentityProvider provider = trusted(domain, () -> IdentityProvider.activeByDomain(domain));
        return ProviderView.of(provider, code.metadata(provider));
    }

    /**
     * The id of the person; the organisation is theirs from here on.
     *
     * @throws ProblemException NO_PROVIDER, PROVIDER_REFUSED, PROVIDER_UNAVAILABLE, NOT_INVITED
     */
    public UUID prove(ProviderCode command) {
        IdentityProvider provider = trusted(command.issuer(), () -> IdentityProvider.activeByIssuer(command.issuer()));
        ProvenIdentity proven = code.redeem(command, provider);
        return transaction
                .call(() -> personOf(provider, proven).filter(Person::active).map(Person::id))
                .orElseThrow(() -> {
                    SecurityLog.tell(Event.SIGN_IN_FAILED, organisation.id(), null);
                    refusals.signInFailed(organisation.id());
                    return ProblemException.of(ProblemType.NOT_INVITED);
                });
    }

    private IdentityProvider trusted(String name, Supplier<Optional<IdentityProvider>> provider) {
        organisation.enterNone();
        transaction.call(() -> ProviderDirectory.organisationOf(name)).ifPresent(organisation::enter);
        return transaction
                .call(() -> provider.get()
                        .filter(found -> OrganisationRules.current().signInBy(SignInMethod.PROVIDER)))
                .orElseThrow(() -> ProblemException.of(ProblemType.NO_PROVIDER));
    }

    private Optional<Person> personOf(IdentityProvider provider, ProvenIdentity proven) {
        return IdentityLink.personOf(provider, proven.subject()).or(() -> {
            oneAtATime(provider);
            return IdentityLink.personOf(provider, proven.subject()).or(() -> firstSignIn(provider, proven));
        });
    }

    /** Two first sign-ins at once must not make two people of one. */
    private void oneAtATime(IdentityProvider provider) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:provider, 0))) turn")
                .setParameter("provider", provider.id().toString())
                .getSingleResult();
    }

    private Optional<Person> firstSignIn(IdentityProvider provider, ProvenIdentity proven) {
        Optional<Person> person = proven.email()
                .filter(provider::speaksFor)
                .flatMap(email -> invited(email)
                        .or(() -> provider.firstSignIn() == FirstSignIn.EMPLOYEE
                                ? Optional.of(newEmployee(email, proven))
                                : Optional.empty()))
                .filter(Person::active)
                .filter(known -> !IdentityLink.exists(provider, known));
        person.ifPresent(known -> new IdentityLink(provider, proven.subject(), known, clock.instant()).persist());
        return person;
    }

    /** Also somebody who has left: the rule must not let them in again as somebody new. */
    private static Optional<Person> invited(String email) {
        return Person.find("select a.person from Account a where a.login = ?1", email)
                .firstResultOptional();
    }

    private Person newEmployee(String email, ProvenIdentity proven) {
        String name = proven.name().orElse(email.substring(0, email.indexOf('@')));
        Person person = new Person(name, null, null, null, Set.of());
        person.persist();
        trail.tellOfSystem(AuditKind.PERSON_ADDED, person.id());
        return person;
    }
}
