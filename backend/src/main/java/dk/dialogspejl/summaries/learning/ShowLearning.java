package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.time.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Decides when what a team's people have released without a name may be read: all of it at once, and once and for all, when
 * a quarter is over and five of them may each have written it (ADR 22).
 */
@ApplicationScoped
class ShowLearning {

    /** Over more than a year they are hardly one group that anybody would look in. */
    private static final int QUARTERS = 4;

    /** Whose sentence it could be for all that anybody knows: neither a leader's nor known to a leader who was partner. */
    private static final String POSSIBLE_AUTHORS = """
            select count(distinct l.author_id) from learning l
            join round r on r.organisation_id = l.organisation_id and r.id = l.round_id
            join person p on p.organisation_id = l.organisation_id and p.id = l.author_id
            where l.team_id = :team and l.concluded_on >= :from and l.concluded_on < :until and not l.named
                and not exists (select from team_leadership t where t.organisation_id = l.organisation_id
                    and t.leader_id in (l.author_id, r.partner_id))""";

    private static final String WAITING =
            " from learning where team_id = :team and sentence is not null and not named and pool_id is null";

    private static final String SHOW =
            "update learning set pool_id = :pool, shown_on = :until, place = gen_random_uuid(),"
                    + " version = version + 1 where id in (select id" + WAITING + " and released_on < :until)";

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Shows what has waited until a quarter was over, if that has not been done: when somebody first asks. */
    void in(UUID teamId) {
        LocalDate until = Quarter.of(LocalDate.now(clock)).from();
        if (oldestWaiting(teamId, until).isPresent()) {
            Team team = Team.forChange(teamId).orElseThrow(ProblemException::notFound);
            // Again, behind the lock: another may have done it.
            oldestWaiting(teamId, until).ifPresent(oldest -> show(team, until, oldest));
        }
    }

    private void show(Team team, LocalDate until, LocalDate oldest) {
        LocalDate earliest =
                Quarter.endedBefore(until, QUARTERS).get(QUARTERS - 1).from();
        LocalDate from = LearningPool.lastUntil(team).filter(earliest::isBefore).orElse(earliest);
        if (!from.isBefore(until)) {
            return;
        }
        int people = count(possibleAuthors(" and p.active and p.team_id = :team", team, from, until));
        if (people < LearningPool.FEWEST) {
            return;
        }
        LocalDate keptFrom = Quarter.of(oldest).from();
        LearningPool pool = new LearningPool(team, from, until, keptFrom.isBefore(from) ? keptFrom : from, people);
        pool.persistAndFlush();
        entities.createNativeQuery(SHOW)
                .setParameter("pool", pool.id())
                .setParameter("team", team.id())
                .setParameter("until", until)
                .executeUpdate();
    }

    /** When the oldest of the rounds was concluded that have such a sentence. */
    private Optional<LocalDate> oldestWaiting(UUID teamId, LocalDate until) {
        return Optional.ofNullable((LocalDate)
                entities.createNativeQuery("select min(concluded_on)" + WAITING + " and released_on < :until")
                        .setParameter("team", teamId)
                        .setParameter("until", until)
                        .getSingleResult());
    }

    /**
     * Before somebody puts their name to a sentence: nobody is then to be left among fewer than five who can have written
     * what is shown without one.
     *
     * @param learning held for a change, and its team with it
     * @throws ProblemException 409 where it would
     */
    void allowName(Learning learning) {
        Team team = learning.team();
        if (team == null) {
            return;
        }
        LearningPool.counting(team, learning.concludedOn()).ifPresent(pool -> {
            int others =
                    count(possibleAuthors(" and l.author_id <> :author", team, pool.periodFrom(), pool.periodUntil())
                            .setParameter("author", learning.author().id()));
            if (others < LearningPool.FEWEST) {
                throw ProblemException.stepNotPossible(Set.of(LearningCondition.NAME_WOULD_TELL_OF_OTHERS));
            }
        });
    }

    private Query possibleAuthors(String condition, Team team, LocalDate from, LocalDate until) {
        return entities.createNativeQuery(POSSIBLE_AUTHORS + condition)
                .setParameter("team", team.id())
                .setParameter("from", from)
                .setParameter("until", until);
    }

    private static int count(Query query) {
        return ((Long) query.getSingleResult()).intValue();
    }
}
