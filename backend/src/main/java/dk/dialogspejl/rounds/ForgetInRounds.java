package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Rounds under way end when one of the two is erased; of a round about them, how it was agreed is forgotten, and
 * of rounds that they started for a team, what they wrote to it.
 */
@ApplicationScoped
class ForgetInRounds {

    @Inject
    EntityManager entities;

    @Inject
    Event<StepTaken> taken;

    @Inject
    Clock clock;

    void forget(@Observes PersonErased erased) {
        UUID person = erased.personId();
        // Whoever is writing in one of them is waited for, and whoever comes later finds it as it is then.
        List<Round> rounds = entities.createQuery(
                        "from Round r where r.evaluatee.id = :person or r.partner.id = :person order by r.id",
                        Round.class)
                .setParameter("person", person)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        rounds.forEach(round -> end(round, round.participant(person)));
        entities.flush();
        entities.createNativeQuery(
                        "update round set version = version + 1, method = null, time = null, setting = null,"
                                + " cooperation = null, talk_place = null, carried_focus_points = '{}' where evaluatee_id = :person")
                .setParameter("person", person)
                .executeUpdate();
        entities.createNativeQuery("update round_series set message = null where started_by_id = :person")
                .setParameter("person", person)
                .executeUpdate();
        entities.createNativeQuery("call forget_history_of(:person)")
                .setParameter("person", person)
                .executeUpdate();
    }

    private void end(Round round, Participant erased) {
        if (!RoundStep.CANCEL.leaves(round.status())) {
            return;
        }
        if (erased == Participant.EVALUATEE || round.partnerAnswer() == PartnerAnswer.ACCEPTED) {
            taken.fire(round.take(RoundStep.CANCEL, erased, Set.of(), clock.instant(), null));
        } else if (round.partnerAnswer() == PartnerAnswer.INVITED) {
            taken.fire(round.take(RoundStep.DECLINE, erased, Set.of(), clock.instant(), null));
        }
    }
}
