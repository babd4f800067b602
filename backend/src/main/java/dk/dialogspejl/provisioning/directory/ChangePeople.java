package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.AuditTrail;
import dk.dialogspejl.identity.Logins;
import dk.dialogspejl.organisation.Effect;
import dk.dialogspejl.organisation.Foresees;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.SignInRulesChanging;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes where somebody belongs, what they may and whether they can come in, and says beforehand what follows. */
@ApplicationScoped
class ChangePeople {

    @Inject
    EntityManager entities;

    @Inject
    Logins logins;

    @Inject
    AuditTrail trail;

    @Inject
    @Any
    Instance<Foresees> features;

    @Inject
    Event<SignInRulesChanging> administrators;

    /** What the change would lead to. */
    List<Effect> foresee(Person person, ChangePerson command) {
        Team team = check(command);
        Set<UUID> noLonger = led(person);
        noLonger.removeAll(toLead(command));
        UUID former = idOf(person.team());
        Stream<Effect> moving = former == null || Objects.equals(former, idOf(team))
                ? Stream.empty()
                : features.stream().flatMap(feature -> feature.ofMoving(person.id(), former));
        return counted(Stream.concat(moving, Stream.of(withoutLeader(person, noLonger))));
    }

    /** What deactivating them would lead to; nothing for who is so already. */
    List<Effect> foreseeLeaving(Person person) {
        return person.active()
                ? counted(Stream.concat(
                        features.stream().flatMap(feature -> feature.ofLeaving(person.id())),
                        Stream.of(withoutLeader(person, led(person)))))
                : List.of();
    }

    /**
     * @param person locked
     * @throws ProblemException 400 for what there is not, 409 where nobody would administer
     */
    void change(Person person, ChangePerson command) {
        Team team = check(command);
        Set<Role> had = person.roles();
        UUID former = idOf(person.team());
        Set<UUID> led = led(person);
        boolean steppingDown =
                had.contains(Role.ADMINISTRATOR) && !command.grantedRoles().contains(Role.ADMINISTRATOR);
        if (steppingDown) {
            person.mustNotBeLastAdministrator();
        }
        person.have(command.grantedRoles());
        person.moveTo(team);
        entities.flush();
        TeamLeadership.lead(person.id(), toLead(command));
        keepOneWhoCanSignIn(steppingDown);
        if (!Objects.equals(former, idOf(team))) {
            trail.tell(AuditKind.PERSON_MOVED, person.id());
        }
        if (!had.equals(person.roles())) {
            trail.tell(AuditKind.ROLES_CHANGED, person.id());
        }
        if (!led.equals(led(person))) {
            // What they lead is part of what was shown, and so of their version.
            entities.createNativeQuery("update person set name = name where id = :person")
                    .setParameter("person", person.id())
                    .executeUpdate();
            trail.tell(AuditKind.LEADING_CHANGED, person.id());
        }
    }

    /**
     * Signs them out everywhere. What they lead and wrote stays theirs, for when they come back.
     *
     * @param person locked; nothing happens to who is so already
     * @throws ProblemException 409 where nobody would administer
     */
    void deactivate(Person person) {
        if (!person.active()) {
            return;
        }
        boolean steppingDown = person.roles().contains(Role.ADMINISTRATOR);
        if (steppingDown) {
            person.mustNotBeLastAdministrator();
        }
        logins.signOut(List.of(person.id()));
        person.beActive(false);
        entities.flush();
        keepOneWhoCanSignIn(steppingDown);
        trail.tell(AuditKind.PERSON_DEACTIVATED, person.id());
    }

    /** @param person locked; they sign in anew */
    void reactivate(Person person) {
        if (!person.active()) {
            person.beActive(true);
            entities.flush();
            trail.tell(AuditKind.PERSON_REACTIVATED, person.id());
        }
    }

    /** Somebody who has only been invited administers nothing yet. */
    private void keepOneWhoCanSignIn(boolean steppingDown) {
        if (steppingDown) {
            entities.flush();
            administrators.fire(
                    new SignInRulesChanging(OrganisationRules.current().signInMethods()));
        }
    }

    /** The team they come to be in, or null. */
    private static Team check(ChangePerson command) {
        if (Team.count("id in ?1", command.leads()) != command.leads().size()) {
            throw ProblemException.invalid(new FieldFault("leads", "field.unknown-team"));
        }
        if (!command.leads().isEmpty() && !command.grantedRoles().contains(Role.LEADER)) {
            throw ProblemException.invalid(new FieldFault("leads", "field.leads-as-leader"));
        }
        return command.teamId() == null
                ? null
                : Team.<Team>findByIdOptional(command.teamId())
                        .orElseThrow(() -> ProblemException.invalid(new FieldFault("teamId", "field.unknown-team")));
    }

    /** A leader leads the team they are in, whoever moves them: docs/adr/0018. */
    private static Set<UUID> toLead(ChangePerson command) {
        Set<UUID> teams = new HashSet<>(command.leads());
        if (command.teamId() != null && command.grantedRoles().contains(Role.LEADER)) {
            teams.add(command.teamId());
        }
        return teams;
    }

    private static Set<UUID> led(Person person) {
        return TeamLeadership.teamsLedBy(person.id()).stream()
                .map(Team::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Effect withoutLeader(Person person, Set<UUID> teams) {
        int count = person.active() && !teams.isEmpty() ? TeamLeadership.withoutAnother(person.id(), teams) : 0;
        return new Effect(Effect.Kind.TEAMS_WITHOUT_LEADER, count);
    }

    /** In the order of their kinds, without those that count nothing. */
    private static List<Effect> counted(Stream<Effect> effects) {
        return effects.filter(effect -> effect.count() > 0)
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    private static UUID idOf(Team team) {
        return team == null ? null : team.id();
    }
}
