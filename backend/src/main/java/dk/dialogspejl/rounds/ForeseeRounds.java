package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.Effect;
import dk.dialogspejl.organisation.Foresees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.stream.Stream;

/** Rounds under way wait for whoever has gone; in another team they go on, and its leaders do not follow them. */
@ApplicationScoped
class ForeseeRounds implements Foresees {

    private static final String RUNNING = "select count(*) from round r where r.status in"
            + " ('PREPARING', 'CONDUCTING', 'REFLECTING', 'DISCUSSING') and ";

    @Inject
    EntityManager entities;

    @Override
    public Stream<Effect> ofLeaving(UUID personId) {
        return Stream.of(
                new Effect(Effect.Kind.OWN_ROUNDS, count("r.evaluatee_id = :person", personId, null)),
                new Effect(
                        Effect.Kind.PARTNER_ROUNDS,
                        count("r.partner_id = :person and r.partner_answer <> 'DECLINED'", personId, null)));
    }

    @Override
    public Stream<Effect> ofMoving(UUID personId, UUID formerTeam) {
        return Stream.of(new Effect(
                Effect.Kind.ROUNDS_OUT_OF_SIGHT,
                count(
                        "r.evaluatee_id = :person and exists (select from round_series s"
                                + " where s.organisation_id = r.organisation_id and s.id = r.series_id"
                                + " and s.team_id = :team)",
                        personId,
                        formerTeam)));
    }

    private int count(String which, UUID personId, UUID team) {
        var query = entities.createNativeQuery(RUNNING + which).setParameter("person", personId);
        if (team != null) {
            query.setParameter("team", team);
        }
        return ((Number) query.getSingleResult()).intValue();
    }
}
