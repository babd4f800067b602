package dk.dialogspejl.provisioning.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.AuditTrail;
import dk.dialogspejl.identity.Logins;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.provisioning.DescribedPerson;
import dk.dialogspejl.provisioning.csv.ImportPlan.Planned;
import dk.dialogspejl.provisioning.csv.ImportRow.Effect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Does what has been planned, with as many statements for ten thousand people as for one. Goes round Hibernate, whose
 * entities are not to be used afterwards in the same transaction.
 */
@ApplicationScoped
class CarryOutImport {

    private static final String ROWS = " from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, name text,"
            + " \"givenName\" text, \"familyName\" text, \"jobTitle\" text, \"employeeNumber\" text, \"teamId\" uuid,"
            + " language text, roles text[], active boolean)";

    private static final String ADD_TEAMS = "insert into team (organisation_id, id, name)"
            + " select current_organisation(), r.id, r.name from jsonb_to_recordset(cast(:rows as jsonb))"
            + " as r (id uuid, name text)";

    private static final String ADD_PEOPLE =
            "insert into person (organisation_id, id, name, job_title, employee_number,"
                    + " team_id, language, roles, active)"
                    + " select current_organisation(), r.id, r.name, r.\"jobTitle\", r.\"employeeNumber\", r.\"teamId\","
                    + " r.language, r.roles, r.active" + ROWS;

    private static final String CHANGE_PEOPLE = "update person p set name = r.name, given_name = r.\"givenName\","
            + " family_name = r.\"familyName\", job_title = r.\"jobTitle\", employee_number = r.\"employeeNumber\","
            + " team_id = r.\"teamId\", language = r.language, roles = r.roles, active = r.active" + ROWS
            + " where p.organisation_id = current_organisation() and p.id = r.id";

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    PlanImport plan;

    @Inject
    Logins logins;

    @Inject
    AuditTrail trail;

    @Inject
    CurrentLanguage language;

    /** A row as the database is given it. */
    record StoredPerson(
            UUID id,
            String name,
            String givenName,
            String familyName,
            String jobTitle,
            String employeeNumber,
            UUID teamId,
            String language,
            List<String> roles,
            boolean active) {

        static StoredPerson of(UUID id, DescribedPerson person, UUID teamId) {
            return new StoredPerson(
                    id,
                    person.name(),
                    person.givenName(),
                    person.familyName(),
                    person.jobTitle(),
                    person.employeeNumber(),
                    teamId,
                    person.language() == null ? null : person.language().name(),
                    roles(person.roles()),
                    person.active());
        }

        private static List<String> roles(Set<Role> roles) {
            return Stream.concat(Stream.of(Role.EMPLOYEE), roles.stream())
                    .distinct()
                    .sorted()
                    .map(Role::name)
                    .toList();
        }
    }

    /** A team that is made. */
    record StoredTeam(UUID id, String name) {}

    /**
     * The plan has no faults, and is of now: whoever might change people waits.
     *
     * @param invite whether those who are new and active are sent a mail that says how to come in
     */
    ImportedPeople carryOut(ImportPlan planned, boolean invite) {
        Map<String, UUID> teams = teams(planned.newTeams());
        Map<UUID, String> newLogins = new HashMap<>();
        Map<UUID, String> changedLogins = new HashMap<>();
        Map<UUID, StoredPerson> added = new HashMap<>();
        Map<UUID, StoredPerson> changed = new HashMap<>();
        Map<AuditKind, List<UUID>> told = new EnumMap<>(AuditKind.class);
        for (Planned row : planned.rows()) {
            if (row.effect() == Effect.UNCHANGED) {
                continue;
            }
            UUID team = row.team() == null ? null : teams.get(PlanImport.key(row.team()));
            UUID id = row.before() == null ? newId() : row.before().person().id();
            row.kinds()
                    .forEach(kind -> told.computeIfAbsent(kind, none -> new ArrayList<>())
                            .add(id));
            (row.before() == null ? added : changed).put(id, StoredPerson.of(id, row.after(), team));
            if (row.before() == null) {
                newLogins.put(id, row.after().email());
            } else if (!Objects.equals(row.before().login(), row.after().email())) {
                changedLogins.put(id, row.after().email());
            }
        }
        write(ADD_PEOPLE, added.values());
        write(CHANGE_PEOPLE, changed.values());
        told.forEach(trail::tell);
        logins.giveAll(newLogins);
        logins.giveAll(changedLogins);
        logins.signOut(ids(planned, Effect.DEACTIVATED));
        TeamLeadership.follow(
                Stream.concat(added.keySet().stream(), changed.keySet().stream())
                        .toList(),
                teamsLeft(planned));
        if (invite) {
            List<UUID> invited = added.values().stream()
                    .filter(StoredPerson::active)
                    .map(StoredPerson::id)
                    .toList();
            logins.invite(invited.stream().map(newLogins::get).toList(), language.get());
            trail.tell(AuditKind.PERSON_INVITED, invited);
        }
        return new ImportedPeople(
                added.size(),
                planned.count(Effect.CHANGED, Effect.MOVED, Effect.REACTIVATED),
                planned.count(Effect.DEACTIVATED),
                planned.count(Effect.UNCHANGED),
                planned.newTeams().size());
    }

    private Map<String, UUID> teams(List<String> newTeams) {
        Map<String, UUID> teams = new HashMap<>();
        plan.teams().forEach((key, team) -> teams.put(key, team.id()));
        List<StoredTeam> made =
                newTeams.stream().map(name -> new StoredTeam(newId(), name)).toList();
        made.forEach(team -> teams.put(PlanImport.key(team.name()), team.id()));
        write(ADD_TEAMS, made);
        trail.tell(AuditKind.TEAM_ADDED, made.stream().map(StoredTeam::id).toList());
        return teams;
    }

    private static Map<UUID, UUID> teamsLeft(ImportPlan planned) {
        Map<UUID, UUID> left = new HashMap<>();
        for (Planned row : planned.rows()) {
            Team former = row.before() == null ? null : row.before().person().team();
            if (former != null && !former.name().equals(row.team())) {
                left.put(row.before().person().id(), former.id());
            }
        }
        return left;
    }

    private static List<UUID> ids(ImportPlan planned, Effect effect) {
        return planned.rows().stream()
                .filter(row -> row.effect() == effect)
                .map(row -> row.before().person().id())
                .toList();
    }

    private void write(String statement, Collection<?> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            entities.createNativeQuery(statement)
                    .setParameter("rows", json.writeValueAsString(rows))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
