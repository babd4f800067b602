package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** That a person leads a team. A person may lead several, and a team may have several leaders. */
@Entity
public class TeamLeadership extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Team team;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person leader;

    protected TeamLeadership() {}

    public TeamLeadership(Team team, Person leader) {
        this.team = team;
        this.leader = leader;
    }

    /**
     * After people have been moved or given other roles: whoever is a leader leads the team they are in, and goes on
     * with any others but the one they have left; whoever is not leads none.
     *
     * @param people whose roles or teams may have changed, as they are in the database now
     * @param left the team that somebody has left, for those who have
     */
    public static void follow(Collection<UUID> people, Map<UUID, UUID> left) {
        change(
                "delete from team_leadership where leader_id = any (:people)"
                        + " and leader_id not in (select id from person where 'LEADER' = any (roles))",
                Map.of("people", array(people)));
        change(
                "delete from team_leadership where (leader_id, team_id) in"
                        + " (select * from unnest(:people, :teams))",
                Map.of("people", array(left.keySet()), "teams", array(left.values())));
        change(
                "insert into team_leadership (organisation_id, id, team_id, leader_id)"
                        + " select organisation_id, gen_random_uuid(), team_id, id from person"
                        + " where id = any (:people) and team_id is not null and 'LEADER' = any (roles)"
                        + " on conflict do nothing",
                Map.of("people", array(people)));
    }

    /** Leads just these teams from now on. */
    public static void lead(UUID person, Collection<UUID> teams) {
        change(
                "delete from team_leadership where leader_id = any (:person) and team_id <> all (:teams)",
                Map.of("person", array(List.of(person)), "teams", array(teams)));
        change(
                "insert into team_leadership (organisation_id, id, team_id, leader_id)"
                        + " select current_organisation(), gen_random_uuid(), team, leader"
                        + " from unnest(:teams) as team, unnest(:person) as leader on conflict do nothing",
                Map.of("person", array(List.of(person)), "teams", array(teams)));
    }

    /** Those of the teams that nobody but this person, who is active, leads. */
    public static int withoutAnother(UUID person, Collection<UUID> teams) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "select count(*) from unnest(:teams) as t (id) where not exists ("
                                        + "select from team_leadership l join person p on p.organisation_id = l.organisation_id"
                                        + " and p.id = l.leader_id and p.active where l.team_id = t.id and l.leader_id <> :person)")
                        .setParameter("teams", array(teams))
                        .setParameter("person", person)
                        .getSingleResult())
                .intValue();
    }

    private static void change(String statement, Map<String, UUID[]> parameters) {
        var query = getEntityManager().createNativeQuery(statement);
        parameters.forEach(query::setParameter);
        query.executeUpdate();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    public static void endAllOf(UUID personId) {
        delete("leader.id", personId);
    }

    /** By name. */
    public static List<Team> teamsLedBy(UUID personId) {
        return getEntityManager()
                .createQuery(
                        "select l.team from TeamLeadership l where l.leader.id = :leader order by l.team.name",
                        Team.class)
                .setParameter("leader", personId)
                .getResultList();
    }

    /**
     * The team, for starting something in it: others who do wait until this transaction ends.
     *
     * @throws ProblemException 404 where this person does not lead it
     */
    public static Team toStartIn(UUID teamId, UUID leader) {
        ledBy(teamId, leader);
        return Team.forChange(teamId).orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException 404 where this person does not lead it */
    public static Team ledBy(UUID teamId, UUID leader) {
        return getEntityManager()
                .createQuery(
                        "select l.team from TeamLeadership l where l.team.id = :team and l.leader.id = :leader",
                        Team.class)
                .setParameter("team", teamId)
                .setParameter("leader", leader)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
