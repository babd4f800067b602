package dk.dialogspejl.rounds;

import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.rounds.StepCommands.OpenDiscussion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Plans the talk of a round that is locked, moves it or cancels it, and tells the features that come after. */
@ApplicationScoped
class ChangeTalk {

    /** Where nobody has said how long. */
    private static final int USUAL_MINUTES = 60;

    @Inject
    Event<TalkChanged> talkChanged;

    @Inject
    Event<RoundChanged> roundChanged;

    @Inject
    Clock clock;

    /** @throws ProblemException 400 for a new time that has passed, 409 at another stage */
    void plan(Round round, PlanTalk command) {
        if (!command.at().equals(round.talk().at()) && command.at().isBefore(clock.instant())) {
            throw ProblemException.invalid(new FieldFault("at", "field.later"));
        }
        tell(round.planTalk(command.at(), command.minutes(), command.place()));
    }

    /** What came with the step; what did not stays as it was planned. */
    void plan(Round round, OpenDiscussion command) {
        Instant at = Optional.ofNullable(command.talkAt()).orElse(round.talk().at());
        String place =
                Optional.ofNullable(command.talkPlace()).orElse(round.talk().place());
        if (at != null || place != null) {
            int minutes = Optional.ofNullable(round.talk().minutes()).orElse(USUAL_MINUTES);
            tell(round.planTalk(at, minutes, place));
        }
    }

    void cancel(Round round) {
        tell(round.cancelTalk());
    }

    private void tell(Optional<TalkChanged> change) {
        change.ifPresent(changed -> {
            talkChanged.fire(changed);
            roundChanged.fire(new RoundChanged(changed.round(), RoundPart.ROUND));
        });
    }
}
