package dk.dialogspejl.summaries;

import dk.dialogspejl.rounds.RoundStep;
import dk.dialogspejl.rounds.StepTaken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lays out the empty summary when the two go on to talk. */
@ApplicationScoped
class BlankSummary {

    void layOut(@Observes StepTaken taken) {
        if (taken.step() == RoundStep.OPEN_DISCUSSION) {
            new Summary(taken.round()).persist();
        }
    }
}
