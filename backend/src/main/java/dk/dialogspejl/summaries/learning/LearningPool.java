package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** Sentences without a name that a team is shown at once, when a quarter is over, each of which any of five people may have written. */
@Entity
@Immutable
class LearningPool extends TenantEntity {

    /** People; the same as for figures (ADR 21). */
    static final int FEWEST = 5;

    /** Null once it has been closed. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    private LocalDate periodFrom;
    private LocalDate periodUntil;
    private LocalDate keptFrom;
    private int possibleAuthors;

    protected LearningPool() {}

    /**
     * @param from when the first of them may have concluded a round
     * @param until the day after the last of these days
     * @param keptFrom no later than any round that one of the sentences comes from was concluded
     */
    LearningPool(Team team, LocalDate from, LocalDate until, LocalDate keptFrom, int possibleAuthors) {
        this.team = team;
        this.periodFrom = from;
        this.periodUntil = until;
        this.keptFrom = keptFrom;
        this.possibleAuthors = possibleAuthors;
    }

    /** Until when people have been counted for a pool of the team. */
    static Optional<LocalDate> lastUntil(Team team) {
        return LearningPool.<LearningPool>find("team = ?1 order by periodUntil desc", team)
                .firstResultOptional()
                .map(LearningPool::periodUntil);
    }

    /** The one for which rounds of the team that were concluded on this day counted. */
    static Optional<LearningPool> counting(Team team, LocalDate concludedOn) {
        return find("team = ?1 and periodFrom <= ?2 and periodUntil > ?2", team, concludedOn)
                .firstResultOptional();
    }

    LocalDate periodFrom() {
        return periodFrom;
    }

    LocalDate periodUntil() {
        return periodUntil;
    }
}
