package dk.dialogspejl.provisioning.scim;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.AuditTrail;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.platform.text.PlainText;
import dk.dialogspejl.provisioning.NoCprNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a team, changes it and who is in it, and takes it away, as the system that people come from says. */
@ApplicationScoped
class ProvisionTeam {

    @Inject
    EntityManager entities;

    @Inject
    Validator validator;

    @Inject
    AuditTrail trail;

    @Inject
    CurrentSystem system;

    /** A team as another system describes it, before it is believed. */
    record DescribedTeam(
            @NotBlank @PlainText(max = 120) String displayName,

            @NoCprNumber @PlainText(max = 255, guarded = false)
            String externalId) {}

    /** @throws ScimRefusal 400 for what is not valid or no member of ours, 409 for what another team has */
    Team make(DescribedTeam described, Set<UUID> members) {
        Person.lockWithAdministrators(Set.of());
        check(described, null);
        Team team = new Team(described.displayName());
        team.describe(described.displayName(), described.externalId());
        team.beProvisionedBy(system.id());
        team.persist();
        entities.flush();
        trail.tell(AuditKind.TEAM_ADDED, team.id());
        haveMembers(team, members);
        return flushed(team);
    }

    /**
     * Whoever is in another team leaves it for this one: a person is in one team. Leaders of their team lead the new one.
     *
     * @param team locked
     * @throws ScimRefusal as {@link #make}
     */
    Team change(Team team, DescribedTeam described, Set<UUID> members) {
        Person.lockWithAdministrators(members);
        check(described, team.id());
        boolean same = described.displayName().equals(team.name())
                && Objects.equals(described.externalId(), team.externalId());
        if (!same) {
            trail.tell(AuditKind.TEAM_CHANGED, team.id());
        }
        team.describe(described.displayName(), described.externalId());
        team.beProvisionedBy(system.id());
        entities.flush();
        haveMembers(team, members);
        return flushed(team);
    }

    /** @param team locked; its people are in none afterwards */
    void takeAway(Team team) {
        trail.tell(AuditKind.TEAM_REMOVED, team.id());
        trail.tell(AuditKind.PERSON_MOVED, membersOf(team));
        Person.update("team = null where team = ?1", team);
        team.delete();
        entities.flush();
    }

    private static List<UUID> membersOf(Team team) {
        return Person.getEntityManager()
                .createQuery("select p.id from Person p where p.team = :team", UUID.class)
                .setParameter("team", team)
                .getResultList();
    }

    private void haveMembers(Team team, Set<UUID> members) {
        Map<UUID, UUID> formerTeams = new HashMap<>();
        for (Object[] each : Person.getEntityManager()
                .createQuery(
                        "select p.id, p.team.id from Person p where (p.team = :team or p.id in :members) and "
                                + Person.IN_DIRECTORY,
                        Object[].class)
                .setParameter("team", team)
                .setParameter("members", members)
                .getResultList()) {
            formerTeams.put((UUID) each[0], (UUID) each[1]);
        }
        if (!formerTeams.keySet().containsAll(members)) {
            throw ScimRefusal.invalidValue("members", null);
        }
        Set<UUID> come = new HashSet<>(members);
        come.removeIf(member -> team.id().equals(formerTeams.get(member)));
        Set<UUID> go = new HashSet<>(formerTeams.keySet());
        go.removeAll(members);
        if (!come.isEmpty()) {
            Person.update("team = ?1 where id in ?2", team, come);
        }
        if (!go.isEmpty()) {
            Person.update("team = null where id in ?1", go);
        }
        trail.tell(
                AuditKind.PERSON_MOVED,
                Stream.concat(come.stream(), go.stream()).toList());
        Map<UUID, UUID> left = new HashMap<>(formerTeams);
        left.keySet().removeIf(person -> !come.contains(person) && !go.contains(person));
        left.values().removeIf(former -> former == null);
        TeamLeadership.follow(List.copyOf(come), left);
    }

    private void check(DescribedTeam described, UUID self) {
        validator.validate(described).stream().findFirst().ifPresent(wrong -> {
            throw ScimRefusal.invalidValue(wrong.getPropertyPath().toString(), wrong.getMessage());
        });
        mustBeFree("lower(name) = lower(?1)", "displayName", described.displayName(), self);
        mustBeFree("externalId = ?1", "externalId", described.externalId(), self);
    }

    private static void mustBeFree(String query, String attribute, String value, UUID self) {
        if (value != null
                && Team.<Team>find(query, value).stream()
                        .anyMatch(another -> !another.id().equals(self))) {
            throw ScimRefusal.taken(attribute);
        }
    }

    /** As the database has it now, with the times it has noted. */
    private Team flushed(Team team) {
        entities.flush();
        entities.refresh(team);
        return team;
    }
}
