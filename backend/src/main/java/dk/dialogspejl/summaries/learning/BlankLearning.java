package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.platform.time.TimeSource;
import dk.dialogspejl.rounds.RoundStep;
import dk.dialogspejl.rounds.StepTaken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;

/** Lays out the place for a sentence when a round is concluded. */
@ApplicationScoped
class BlankLearning {

    void layOut(@Observes StepTaken taken) {
        if (taken.step() == RoundStep.CONCLUDE) {
            new Learning(taken.round(), LocalDate.ofInstant(taken.takenAt(), TimeSource.DENMARK)).persist();
        }
    }
}
