package dk.dialogspejl.rounds;

import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/** Begins a round about the dialogues of the person signed in. */
@ApplicationScoped
public class BeginRound {

    @Inject
    CurrentPerson me;

    @Inject
    TakeStep steps;

    @Inject
    Clock clock;

    /**
     * Creates the round and invites the partner.
     *
     * @param complete what else the new round begins with
     * @throws ProblemException 400 for a guide, a partner or a period that cannot be
     */
    public RoundView begin(CreateRound command, Consumer<Round> complete) {
        GuideVersion guide = GuideVersion.offeredOf(command.guideId())
                .orElseThrow(() -> ProblemException.invalid(new FieldFault("guideId", "field.unknown-guide")));
        Person partner = partner(command.partnerId(), me.id());
        Agreement agreement = command.agreement();
        AgreementFaults.refuse(agreement, null, OrganisationRules.current(), LocalDate.now(clock));
        Person evaluatee = Person.activeById(me.id()).orElseThrow(ProblemException::notFound);
        Round round = new Round(evaluatee, partner, guide, agreement, clock.instant());
        complete.accept(round);
        round.persist();
        steps.tell(round.firstInvitation());
        return steps.view(round);
    }

    /** Somebody who does not exist and somebody of another organisation get the same answer. */
    static Person partner(UUID partnerId, UUID evaluateeId) {
        if (partnerId.equals(evaluateeId)) {
            throw ProblemException.invalid(new FieldFault("partnerId", "field.own-partner"));
        }
        return Person.activeById(partnerId)
                .orElseThrow(() -> ProblemException.invalid(new FieldFault("partnerId", "field.unknown-person")));
    }
}
