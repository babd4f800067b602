package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.organisation.Team;
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

/** Reads which teams there are, in two statements however many they are. */
@ApplicationScoped
class Teams {

    private static final String READ = "select t, (select count(*) from Person p where p.team = t), c.name from Team t"
            + " left join ApiClient c on c.id = t.provisionedBy where true";

    @Inject
    EntityManager entities;

    /**
     * A page, by name; it goes on as that of people does.
     *
     * @param text in its name; null for all
     * @param after null for the first
     */
    List<TeamView> page(String text, Cursor after, int most) {
        String query = READ;
        Map<String, Object> values = new HashMap<>();
        if (text != null) {
            query += " and lower(t.name) like :text escape '\\'";
            values.put("text", Person.holding(text.strip()));
        }
        if (after != null) {
            query += " and (t.name, t.id) > (select q.name, q.id from Team q where q.id = :after)";
            values.put("after", after.id());
        }
        return read(query + " order by t.name, t.id", values, most);
    }

    /** @throws ProblemException 404 for one that is not there */
    TeamView byId(UUID teamId) {
        return read(READ + " and t.id = :id", Map.of("id", teamId), 1).stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private List<TeamView> read(String text, Map<String, ?> values, int most) {
        var query = entities.createQuery(text, Object[].class).setMaxResults(most);
        values.forEach(query::setParameter);
        List<Object[]> rows = query.getResultList();
        Map<UUID, List<PersonRef>> leaders =
                leaders(rows.stream().map(row -> ((Team) row[0]).id()).toList());
        return rows.stream()
                .map(row -> TeamView.of(
                        (Team) row[0],
                        (Long) row[1],
                        (String) row[2],
                        leaders.getOrDefault(((Team) row[0]).id(), List.of())))
                .toList();
    }

    private Map<UUID, List<PersonRef>> leaders(List<UUID> teams) {
        Map<UUID, List<PersonRef>> leaders = new HashMap<>();
        if (!teams.isEmpty()) {
            entities.createQuery(
                            "select l.team.id, l.leader.id, l.leader.name from TeamLeadership l"
                                    + " where l.team.id in :teams and l.leader.active order by l.leader.name, l.leader.id",
                            Object[].class)
                    .setParameter("teams", teams)
                    .getResultList()
                    .forEach(row -> leaders.computeIfAbsent((UUID) row[0], none -> new ArrayList<>())
                            .add(new PersonRef((UUID) row[1], (String) row[2])));
        }
        return leaders;
    }
}
