package dk.dialogspejl.rounds.series;

import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.rounds.series.CreateSeries.NewRound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Starts rounds for a team: all of them or none, in as many statements for three hundred people as for three. */
@ApplicationScoped
class BeginSeries {

    private static final String ROUNDS = """
            insert into round (organisation_id, id, version, kind, status, evaluatee_id, partner_id, partner_answer,
                guide_version_id, evaluatee_knows_guide, partner_knows_guide, period_from, period_until,
                number_of_dialogues, mode, talk_sequence, carried_focus_points, series_id,
                proposed_partner_id, created_at)
            select s.organisation_id, gen_random_uuid(), 0, 'SELF_EVALUATED', 'PREPARING', n.evaluatee, n.partner,
                case when n.partner is null then 'NOT_ASKED' else 'INVITED' end,
                s.guide_version_id, false, false, s.period_from, s.period_until,
                s.number_of_dialogues, s.mode, 0, '{}', s.id, n.partner, s.started_at
            from round_series s, unnest(:evaluatees, :partners) as n (evaluatee, partner) where s.id = :series
            returning id""";

    private static final String STEPS = """
            insert into step_taken (organisation_id, id, round_id, step, to_status, taken_by_id, taken_at)
            select r.organisation_id, gen_random_uuid(), r.id, case when r.partner_id is null then 'BEGIN' else 'INVITE' end,
                r.status, s.started_by_id, s.started_at
            from round_series s join round r on r.organisation_id = s.organisation_id and r.series_id = s.id
            where s.id = :series""";

    @Inject
    CurrentPerson me;

    @Inject
    PlanSeries plan;

    @Inject
    EntityManager entities;

    @Inject
    Event<SeriesBegun> begun;

    @Inject
    Clock clock;

    /**
     * @param team locked, so that no other starts rounds for it meanwhile
     * @throws ProblemException 400 for what cannot be, 409 where it is started already or people have changed
     */
    @SuppressWarnings("unchecked")
    RoundSeries begin(Team team, CreateSeries command) {
        GuideVersion guide = plan.guide(team, command);
        plan.check(team, command);
        Person leader = Person.activeById(me.id()).orElseThrow(ProblemException::notFound);
        RoundSeries series = new RoundSeries(team, leader, guide, command, clock.instant());
        series.persistAndFlush();
        List<UUID> rounds = entities.createNativeQuery(ROUNDS)
                .setParameter("series", series.id())
                .setParameter("evaluatees", ids(command, NewRound::evaluateeId))
                .setParameter("partners", ids(command, NewRound::partnerId))
                .getResultList();
        entities.createNativeQuery(STEPS).setParameter("series", series.id()).executeUpdate();
        begun.fire(new SeriesBegun(series, rounds));
        return series;
    }

    private static UUID[] ids(CreateSeries command, Function<NewRound, UUID> whose) {
        return command.rounds().stream().map(whose).toArray(UUID[]::new);
    }
}
