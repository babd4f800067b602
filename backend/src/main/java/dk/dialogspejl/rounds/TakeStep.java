package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes a step of a round for the person signed in, and tells the features that come after. */
@ApplicationScoped
public class TakeStep {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentLanguage language;

    @Inject
    Guards guards;

    @Inject
    Event<StepTaken> taken;

    @Inject
    Clock clock;

    /**
     * Takes the step on the round as the person saw it.
     *
     * @return the round as it is afterwards
     */
    RoundView take(UUID roundId, RoundStep step, String ifMatch, String note) {
        return take(roundId, step, ifMatch, note, EnumSet.noneOf(Condition.class), round -> {});
    }

    /**
     * The same for a step that something comes with.
     *
     * @param answered conditions that what came along answers
     * @param change what else changes with the step
     */
    RoundView take(
            UUID roundId,
            RoundStep step,
            String ifMatch,
            String note,
            Set<Condition> answered,
            Consumer<Round> change) {
        Round round = Rounds.visibleTo(me.id()).forStep(roundId);
        Set<Condition> reported = guards.unmet(round, me.id());
        IfMatch.check(ifMatch, round.version(), () -> RoundView.of(round, me.id(), reported, language.get()));
        reported.removeAll(answered);
        take(round, step, reported, note);
        change.accept(round);
        return view(round);
    }

    /** Takes a step on a round that is already locked; for features whose own changes lead to a step. */
    public void take(Round round, RoundStep step, Set<Condition> reported, String note) {
        taken.fire(round.take(step, round.participant(me.id()), reported, clock.instant(), note));
    }

    /** Tells the features that come after of an invitation, which follows from naming a partner. */
    void tell(StepTaken invitation) {
        taken.fire(invitation);
    }

    RoundView view(Round round) {
        Round.getEntityManager().flush();
        return RoundView.of(round, me.id(), guards.unmet(round, me.id()), language.get());
    }
}
