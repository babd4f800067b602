package dk.dialogspejl.feedback;

import dk.dialogspejl.rounds.RoundStep;
import dk.dialogspejl.rounds.StepTaken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lays out an empty page for the partner for each topic of the guide when a round starts. */
@ApplicationScoped
class BlankFeedback {

    void layOut(@Observes StepTaken taken) {
        if (taken.step() == RoundStep.START) {
            taken.round().guideVersion().topics().forEach(topic -> new PartnerFeedback(taken.round(), topic).persist());
        }
    }
}
