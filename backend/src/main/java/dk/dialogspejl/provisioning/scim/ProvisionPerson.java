package dk.dialogspejl.provisioning.scim;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.AuditTrail;
import dk.dialogspejl.identity.Logins;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.provisioning.DescribedPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes somebody in, changes them and lets them go, as the system that people come from says. */
@ApplicationScoped
class ProvisionPerson {

    @Inject
    EntityManager entities;

    @Inject
    Validator validator;

    @Inject
    Logins logins;

    @Inject
    AuditTrail trail;

    @Inject
    CurrentSystem system;

    @Inject
    Clock clock;

    /**
     * Nobody is written to: they come in through the organisation's provider, or ask for a link.
     *
     * @throws ScimRefusal 400 for what is not valid, 409 for what another has
     */
    Person takeIn(DescribedPerson described) {
        Person.lockWithAdministrators(Set.of());
        check(described, null);
        Person person = new Person(described.name(), null, null, null, described.roles());
        described.describe(person);
        person.beProvisionedBy(system.id());
        person.beActive(described.active());
        person.persist();
        logins.give(person, described.email());
        flushed(person);
        trail.tell(AuditKind.PERSON_ADDED, person.id());
        if (person.roles().size() > 1) {
            trail.tell(AuditKind.ROLES_CHANGED, person.id());
        }
        return person;
    }

    /**
     * @param person locked
     * @throws ScimRefusal 400 for what is not valid, 409 for what another has
     * @throws ProblemException 409 for the last administrator, who stays one
     */
    Person change(Person person, DescribedPerson described) {
        boolean wasActive = person.active();
        Set<Role> had = person.roles();
        Instant changedBefore = person.changedAt();
        check(described, person.id());
        if (!described.administers()) {
            person.mustNotBeLastAdministrator();
        }
        if (wasActive && !described.active()) {
            logins.signOut(List.of(person.id()));
        }
        described.describe(person);
        person.beProvisionedBy(system.id());
        boolean readdressed = logins.give(person, described.email());
        entities.flush();
        boolean changed = readdressed || !changedBefore.equals(person.changedAt());
        person.have(described.roles());
        person.beActive(described.active());
        entities.flush();
        TeamLeadership.follow(List.of(person.id()), Map.of());
        flushed(person);
        if (changed) {
            trail.tell(AuditKind.PERSON_CHANGED, person.id());
        }
        if (wasActive != person.active()) {
            trail.tell(wasActive ? AuditKind.PERSON_DEACTIVATED : AuditKind.PERSON_REACTIVATED, person.id());
        }
        if (!had.equals(person.roles())) {
            trail.tell(AuditKind.ROLES_CHANGED, person.id());
        }
        return person;
    }

    /**
     * They are in no list of the other system's any more, and what they signed in with is free for another. What they
     * wrote stays until they are erased, which is another's to decide.
     *
     * @param person locked
     * @throws ProblemException 409 for the last administrator
     */
    void letGo(Person person) {
        person.mustNotBeLastAdministrator();
        logins.close(person.id());
        TeamLeadership.endAllOf(person.id());
        person.leave(clock.instant());
        entities.flush();
        trail.tell(AuditKind.PERSON_REMOVED, person.id());
    }

    private void check(DescribedPerson described, UUID self) {
        Optional<ConstraintViolation<DescribedPerson>> wrong = validator.validate(described).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()));
        if (wrong.isPresent()) {
            throw ScimRefusal.invalidValue(
                    ScimUser.attribute(wrong.get().getPropertyPath().toString()),
                    wrong.get().getMessage());
        }
        Optional<String> own = self == null ? Optional.empty() : logins.of(self);
        logins.taken(List.of(described.email())).stream()
                .filter(taken -> own.filter(taken::equals).isEmpty())
                .findFirst()
                .ifPresent(taken -> {
                    throw ScimRefusal.taken("userName");
                });
        mustBeFree("employeeNumber", described.employeeNumber(), self);
        mustBeFree("externalId", described.externalId(), self);
    }

    private void mustBeFree(String field, String value, UUID self) {
        if (value != null
                && Person.<Person>find(field, value).stream()
                        .anyMatch(another -> !another.id().equals(self))) {
            throw ScimRefusal.taken(field);
        }
    }

    /** As the database has it now, with the times it has noted. */
    private Person flushed(Person person) {
        entities.flush();
        entities.refresh(person);
        return person;
    }
}
