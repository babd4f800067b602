package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.identity.Account;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.TeamRef;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads who is in the organisation, in two statements however many they are. */
@ApplicationScoped
class Directory {

    private static final String READ = "select p, a.login, case when " + Account.NOT_ACCEPTED
            + " then true else false end, c.name from Person p left join fetch p.team"
            + " left join Account a on a.person = p left join ApiClient c on c.id = p.provisionedBy"
            + " where " + Person.IN_DIRECTORY;

    @Inject
    EntityManager entities;

    /**
     * A page, by name. Where it begins is told by an id alone, because a name has no place in an address.
     *
     * @param after null for the first
     */
    List<PersonView> page(DirectoryFilter filter, Cursor after, int most) {
        StringBuilder query = new StringBuilder(READ);
        Map<String, Object> values = new HashMap<>();
        if (filter.query != null) {
            query.append(" and (lower(p.name) like :text escape '\\' or a.login like :text escape '\\')");
            values.put("text", Person.holding(filter.query.strip()));
        }
        if (filter.team != null) {
            query.append(" and p.team.id = :team");
            values.put("team", filter.team);
        }
        if (filter.role != null) {
            query.append(" and ").append(has(filter.role));
        }
        if (filter.state != null) {
            query.append(
                    switch (filter.state) {
                        case ACTIVE -> " and p.active and (a.id is null or not " + Account.NOT_ACCEPTED + ")";
                        case INVITED -> " and p.active and " + Account.NOT_ACCEPTED;
                        case DEACTIVATED -> " and not p.active";
                    });
        }
        if (after != null) {
            query.append(" and (p.name, p.id) > (select q.name, q.id from Person q where q.id = :after)");
            values.put("after", after.id());
        }
        return read(query + " order by p.name, p.id", values, most);
    }

    /** In the words of the index of those who have the role, who are few. */
    private static String has(Role role) {
        return "cast(sql('''" + role + "'' = any (?)', p.roles) as boolean)";
    }

    /** @throws ProblemException 404 for who is not in it */
    PersonView byId(UUID personId) {
        return read(READ + " and p.id = :id", Map.of("id", personId), 1).stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private List<PersonView> read(String text, Map<String, ?> values, int most) {
        var query = entities.createQuery(text, Object[].class).setMaxResults(most);
        values.forEach(query::setParameter);
        List<Object[]> rows = query.getResultList();
        Map<UUID, List<TeamRef>> leads =
                leads(rows.stream().map(row -> ((Person) row[0]).id()).toList());
        return rows.stream()
                .map(row -> PersonView.of(
                        (Person) row[0],
                        (String) row[1],
                        (Boolean) row[2],
                        (String) row[3],
                        leads.getOrDefault(((Person) row[0]).id(), List.of())))
                .toList();
    }

    private Map<UUID, List<TeamRef>> leads(List<UUID> people) {
        Map<UUID, List<TeamRef>> leads = new HashMap<>();
        if (!people.isEmpty()) {
            entities.createQuery(
                            "select l.leader.id, l.team.id, l.team.name from TeamLeadership l"
                                    + " where l.leader.id in :people order by l.team.name, l.team.id",
                            Object[].class)
                    .setParameter("people", people)
                    .getResultList()
                    .forEach(row -> leads.computeIfAbsent((UUID) row[0], none -> new ArrayList<>())
                            .add(new TeamRef((UUID) row[1], (String) row[2])));
        }
        return leads;
    }
}
