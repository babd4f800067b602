package dk.dialogspejl.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is tried, in whatever order, a round goes only where it may. */
class RoundPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Agreement SETTLED = new Agreement(
            true,
            true,
            LocalDate.parse("2026-12-01"),
            LocalDate.parse("2026-12-15"),
            2,
            RoundMode.WITHOUT_VIDEO,
            null,
            null,
            "Stikord",
            "Torsdag",
            "Stillerummet",
            "Vi spørger");

    private record Attempt(RoundStep step, Participant by, Set<Condition> reported) {}

    private static Round round() {
        Person anna = new Person("Anna", null, null, null, Set.of());
        Person bo = new Person("Bo", null, null, null, Set.of());
        return new Round(anna, bo, (GuideVersion) null, SETTLED, NOW);
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Set<Condition>> reported =
                Arbitraries.of(Condition.class).set().ofMaxSize(2);
        return Combinators.combine(Arbitraries.of(RoundStep.class), Arbitraries.of(Participant.class), reported)
                .as(Attempt::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void a_step_goes_through_exactly_when_it_was_allowed(@ForAll("attempts") List<Attempt> attempts) {
        Round round = round();
        for (Attempt attempt : attempts) {
            RoundStatus before = round.status();
            boolean allowed = attempt.step().isTakenBy(attempt.by())
                    && round.unmet(attempt.step(), attempt.by(), attempt.reported())
                            .isEmpty();
            assertEquals(
                    allowed && attempt.step().isOffered(),
                    round.allowedSteps(attempt.by(), attempt.reported()).contains(attempt.step()));
            try {
                StepTaken taken = round.take(attempt.step(), attempt.by(), attempt.reported(), NOW, null);
                assertTrue(allowed);
                assertEquals(before, taken.from());
                assertEquals(round.status(), taken.to());
            } catch (ProblemException refused) {
                assertFalse(allowed);
                assertEquals(before, round.status());
            }
        }
    }

    @Property
    void a_round_never_goes_back_and_never_leaves_its_end(@ForAll("attempts") List<Attempt> attempts) {
        Round round = round();
        for (Attempt attempt : attempts) {
            RoundStatus before = round.status();
            try {
                round.take(attempt.step(), attempt.by(), EnumSet.noneOf(Condition.class), NOW, null);
            } catch (ProblemException refused) {
                continue;
            }
            assertTrue(round.status().compareTo(before) >= 0);
            assertFalse(before == RoundStatus.FOLLOWED_UP || before == RoundStatus.CANCELLED);
        }
    }

    @Property
    void no_round_starts_without_both_having_said_yes_to_the_same_agreement(
            @ForAll("attempts") List<Attempt> attempts) {
        Round round = round();
        for (Attempt attempt : attempts) {
            boolean bothConfirmed =
                    round.confirmed(Participant.EVALUATEE) != null && round.confirmed(Participant.PARTNER) != null;
            try {
                round.take(attempt.step(), attempt.by(), EnumSet.noneOf(Condition.class), NOW, null);
            } catch (ProblemException refused) {
                continue;
            }
            if (attempt.step() == RoundStep.START) {
                assertTrue(bothConfirmed);
                assertEquals(Set.of(), round.openPoints());
            }
        }
    }
}
