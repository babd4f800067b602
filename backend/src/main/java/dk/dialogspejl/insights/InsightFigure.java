package dk.dialogspejl.insights;

import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.time.Quarter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** How many people, five at least: of a team, or of the whole organisation. */
@Entity
@Immutable
class InsightFigure extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private InsightRelease release;

    /** Null for the whole organisation. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    /** The oldest that has the topic; null, as the topic, where it is not about one. */
    private UUID guideId;

    private String topic;
    private int people;

    protected InsightFigure() {}

    InsightFigure(InsightRelease release, Team team, Counted counted, int people) {
        this.release = release;
        this.team = team;
        this.measure = counted.measure();
        this.guideId = counted.guide();
        this.topic = counted.topic();
        this.people = people;
    }

    /** What its leader may see of a team, and of the whole organisation, in quarters from this day on. */
    static List<InsightFigure> of(UUID team, UUID leader, LocalDate since) {
        return list(
                "from InsightFigure f join fetch f.release r where r.quarterFrom >= ?1 and (f.team is null or f.team.id = ?2"
                        + " and exists (select 1 from TeamLeadership l where l.team.id = ?2 and l.leader.id = ?3))",
                since,
                team,
                leader);
    }

    Quarter quarter() {
        return release.quarter();
    }

    boolean isTeams() {
        return team != null;
    }

    Counted counted() {
        return new Counted(measure, guideId, topic);
    }

    int people() {
        return people;
    }
}
