package dk.dialogspejl.rounds.series;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.organisation.Team;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Somebody in a team, and what decides whether rounds can be started for them.
 *
 * @param leads whether they lead the team: a leader is nobody's partner unless asked by them
 * @param running whether a round about their own dialogues is under way
 * @param lastPartner whom a leader proposed to them last, whatever came of it; null for none. Who is suggested depends on
 *     it, and suggestions can be asked for again and again: what the two have chosen themselves must not be in it.
 */
record Member(PersonRef person, boolean active, boolean leads, boolean running, UUID lastPartner) {

    private static final String OF_TEAM = """
            select p.id, p.name, p.active,
                exists (select from team_leadership l where l.organisation_id = p.organisation_id
                    and l.team_id = p.team_id and l.leader_id = p.id) as leads,
                exists (select from round r where r.organisation_id = p.organisation_id and r.evaluatee_id = p.id
                    and r.status in ('PREPARING', 'CONDUCTING', 'REFLECTING', 'DISCUSSING')) as running,
                (select r.proposed_partner_id from round r where r.organisation_id = p.organisation_id
                    and r.evaluatee_id = p.id and r.proposed_partner_id is not null
                    order by r.created_at desc, r.id desc limit 1) as last_partner
            from person p where p.team_id = :team and p.erased_at is null and p.removed_at is null
            order by p.name, p.id""";

    /** By name. */
    static List<Member> of(Team team, EntityManager entities) {
        return entities.unwrap(Session.class)
                .createNativeQuery(OF_TEAM, Tuple.class)
                .setParameter("team", team.id())
                .getResultStream()
                .map(row -> new Member(
                        new PersonRef(row.get("id", UUID.class), row.get("name", String.class)),
                        row.get("active", Boolean.class),
                        row.get("leads", Boolean.class),
                        row.get("running", Boolean.class),
                        row.get("last_partner", UUID.class)))
                .toList();
    }

    UUID id() {
        return person.id();
    }

    boolean mayBeAsked() {
        return active && !leads;
    }

    /** Null where a round can be started for them. */
    LeftOutBecause leftOut() {
        if (!active) {
            return LeftOutBecause.DEACTIVATED;
        }
        if (leads) {
            return LeftOutBecause.LEADS_THE_TEAM;
        }
        return running ? LeftOutBecause.HAS_A_ROUND : null;
    }
}
