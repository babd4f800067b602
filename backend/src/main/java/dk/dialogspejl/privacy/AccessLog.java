package dk.dialogspejl.privacy;

import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.SharedRead;
import dk.dialogspejl.summaries.SummariesHandedOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Writes down each read of what was shared; where that fails the read fails with it. */
@ApplicationScoped
class AccessLog {

    @Inject
    Clock clock;

    void record(@Observes SharedRead read) {
        if (read.topics().isEmpty()) {
            return;
        }
        Round round = read.round();
        boolean evaluatees = read.owner() == Participant.EVALUATEE;
        new AccessEntry(
                        evaluatees ? round.evaluatee() : round.partner(),
                        evaluatees ? round.partner() : round.evaluatee(),
                        round,
                        read.dialogueId(),
                        evaluatees ? SharedContent.REFLECTIONS : SharedContent.FEEDBACK,
                        read.topics(),
                        clock.instant())
                .persist();
    }

    void record(@Observes SummariesHandedOver handedOver) {
        AccessEntry.handedOver(handedOver, clock.instant());
    }
}
