package dk.dialogspejl.summaries;

import dk.dialogspejl.organisation.Effect;
import dk.dialogspejl.organisation.Foresees;
import dk.dialogspejl.rounds.PartnerAnswer;
import dk.dialogspejl.rounds.RoundStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;

/** A summary that the two are at work on is concluded by neither alone. */
@ApplicationScoped
class ForeseeSummaries implements Foresees {

    @Override
    public Stream<Effect> ofLeaving(UUID personId) {
        long waiting = Summary.count(
                "concludedAt is null and round.status = ?1 and (round.evaluatee.id = ?2"
                        + " or round.partner.id = ?2 and round.partnerAnswer <> ?3)",
                RoundStatus.DISCUSSING,
                personId,
                PartnerAnswer.DECLINED);
        return Stream.of(new Effect(Effect.Kind.SUMMARIES, (int) waiting));
    }
}
