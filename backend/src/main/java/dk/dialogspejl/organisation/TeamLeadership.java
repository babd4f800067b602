package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.List;
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

    public static void endAllOf(UUID personId) {
        delete("leader.id", personId);
    }

    static List<Team> teamsLedBy(UUID personId) {
        return getEntityManager()
                .createQuery(
                        "select l.team from TeamLeadership l where l.leader.id = :leader order by l.team.name",
                        Team.class)
                .setParameter("leader", personId)
                .getResultList();
    }
}
