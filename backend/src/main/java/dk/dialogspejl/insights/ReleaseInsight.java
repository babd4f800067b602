package dk.dialogspejl.insights;

import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.time.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Makes the figures of the last quarters where that has not been done: at night, or when somebody asks before. */
@ApplicationScoped
class ReleaseInsight {

    /** Of a year. Older quarters are not made up for. */
    static final int QUARTERS = 4;

    @Inject
    CountPeople people;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Answers those quarters, newest first. */
    List<Quarter> ofEndedQuarters() {
        List<Quarter> ended = Quarter.endedBefore(LocalDate.now(clock), QUARTERS);
        List<Quarter> made = InsightRelease.since(ended.get(QUARTERS - 1).from());
        for (Quarter quarter : ended) {
            if (!made.contains(quarter)) {
                InsightRelease.begin(quarter, clock.instant()).ifPresent(release -> make(release, quarter));
            }
        }
        return ended;
    }

    private void make(InsightRelease release, Quarter quarter) {
        Disclosure.of(people.in(quarter)).forEach((counted, shown) -> {
            if (!counted.isShown()) {
                return;
            }
            shown.teams()
                    .forEach((team, number) -> new InsightFigure(
                                    release, entities.getReference(Team.class, team), counted, number)
                            .persist());
            shown.organisation().ifPresent(number -> new InsightFigure(release, null, counted, number).persist());
        });
    }
}
