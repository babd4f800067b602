package dk.dialogspejl.rounds.series;

import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.rounds.AgreementFaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out what can be started for a team. */
@ApplicationScoped
class PlanSeries {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    SeriesPlan plan(Team team, CreateSeries settings, int suggestion) {
        guide(team, settings);
        return SeriesPlan.of(Member.of(team, entities), settings.pairing(), suggestion);
    }

    /**
     * The guide's newest version.
     *
     * @throws ProblemException 400 for a guide or a period that cannot be, 409 where the same is started already
     */
    GuideVersion guide(Team team, CreateSeries settings) {
        GuideVersion guide = GuideVersion.offeredOf(settings.guideId())
                .orElseThrow(() -> ProblemException.invalid(new FieldFault("guideId", "field.unknown-guide")));
        AgreementFaults.refuse(settings.agreement(), null, OrganisationRules.current(), LocalDate.now(clock));
        if (RoundSeries.isStarted(team, guide, settings)) {
            throw ProblemException.stepNotPossible(Set.of(SeriesCondition.ALREADY_STARTED));
        }
        return guide;
    }

    /**
     * That just these rounds can be started now.
     *
     * @throws ProblemException 400 for what cannot be, 409 where the people are others than when it was previewed
     */
    void check(Team team, CreateSeries series) {
        if (series.rounds() == null || series.rounds().isEmpty()) {
            throw ProblemException.invalid(new FieldFault("rounds", "field.nobody-chosen"));
        }
        Map<UUID, Member> members =
                Member.of(team, entities).stream().collect(Collectors.toMap(Member::id, Function.identity()));
        List<FieldFault> faults = new ArrayList<>();
        Set<UUID> evaluatees = new HashSet<>();
        boolean changed = false;
        for (int i = 0; i < series.rounds().size(); i++) {
            CreateSeries.NewRound round = series.rounds().get(i);
            Member evaluatee = members.get(round.evaluateeId());
            changed |= evaluatee == null || evaluatee.leftOut() != null;
            if (!evaluatees.add(round.evaluateeId())) {
                faults.add(new FieldFault("rounds[" + i + "].evaluateeId", "field.twice"));
            }
            if ((round.partnerId() == null) != (series.pairing() == PairedBy.THEMSELVES)) {
                faults.add(new FieldFault("rounds[" + i + "].partnerId", "field.partner-or-own-choice"));
            } else if (round.evaluateeId().equals(round.partnerId())) {
                faults.add(new FieldFault("rounds[" + i + "].partnerId", "field.not-themself"));
            } else if (round.partnerId() != null) {
                Member partner = members.get(round.partnerId());
                changed |= partner == null || !partner.mayBeAsked();
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        if (changed) {
            throw ProblemException.stepNotPossible(Set.of(SeriesCondition.PEOPLE_HAVE_CHANGED));
        }
    }
}
