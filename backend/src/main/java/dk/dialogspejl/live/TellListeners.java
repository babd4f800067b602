package dk.dialogspejl.live;

import dk.dialogspejl.platform.broadcast.Broadcast;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundChanged;
import dk.dialogspejl.rounds.RoundPart;
import dk.dialogspejl.rounds.RoundStep;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.rounds.StepTaken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whoever has the round open that it has changed, when the change is committed, and only those who may read the
 * round then. Private work makes no event, so there is none to tell.
 */
@ApplicationScoped
class TellListeners {

    @Inject
    Broadcast broadcast;

    @Inject
    CurrentOrganisation organisation;

    void tell(@Observes RoundChanged change) {
        tell(change.round(), EnumSet.of(change.part()));
    }

    void tell(@Observes StepTaken taken) {
        tell(taken.round(), parts(taken.step()));
    }

    /** What reads differently after a step: the round itself, and what the later features lay out or close with it. */
    private static Set<RoundPart> parts(RoundStep step) {
        return switch (step) {
            case BEGIN, INVITE, ACCEPT, DECLINE, CONFIRM -> EnumSet.of(RoundPart.ROUND, RoundPart.AGREEMENT);
            case START -> EnumSet.of(RoundPart.ROUND, RoundPart.FEEDBACK);
            case FINISH_DIALOGUES -> EnumSet.of(RoundPart.ROUND);
            case OPEN_DISCUSSION, APPROVE, WITHDRAW_APPROVAL -> EnumSet.of(RoundPart.ROUND, RoundPart.SUMMARY);
            case CONCLUDE -> EnumSet.of(RoundPart.ROUND, RoundPart.SUMMARY, RoundPart.FOLLOW_UP);
            case CLOSE -> EnumSet.of(RoundPart.ROUND, RoundPart.FOLLOW_UP);
            case CANCEL -> EnumSet.of(RoundPart.ROUND, RoundPart.DIALOGUES);
        };
    }

    private void tell(Round round, Set<RoundPart> parts) {
        List<String> messages = parts.stream()
                .map(part -> new LiveMessage.Changed(
                                new RoundKey(organisation.id(), round.id()),
                                part,
                                Rounds.readersOf(round).keySet())
                        .text())
                .toList();
        broadcast.send(messages);
    }
}
