package dk.dialogspejl.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status × step × reader. What should happen stands here in full and is not derived from the product. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepMatrixTest extends ApiTest {

    private static final String EVALUATEE = "evaluatee";
    private static final String PARTNER = "partner";

    private record Step(String method, String path, Set<String> takers, Map<RoundStatus, RoundStatus> leads) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final Set<String> BOTH = Set.of(EVALUATEE, PARTNER);

    private static final List<Step> STEPS = List.of(
            new Step("POST", "/accept", Set.of(PARTNER), Map.of(RoundStatus.PREPARING, RoundStatus.PREPARING)),
            new Step("POST", "/decline", Set.of(PARTNER), Map.of(RoundStatus.PREPARING, RoundStatus.PREPARING)),
            new Step("POST", "/confirm", BOTH, Map.of(RoundStatus.PREPARING, RoundStatus.PREPARING)),
            new Step("POST", "/start", Set.of(EVALUATEE), Map.of(RoundStatus.PREPARING, RoundStatus.CONDUCTING)),
            new Step(
                    "POST",
                    "/finish-dialogues",
                    Set.of(EVALUATEE),
                    Map.of(RoundStatus.CONDUCTING, RoundStatus.REFLECTING)),
            new Step(
                    "POST",
                    "/open-discussion",
                    Set.of(EVALUATEE),
                    Map.of(RoundStatus.REFLECTING, RoundStatus.DISCUSSING)),
            new Step("PUT", "/summary/approval", BOTH, Map.of(RoundStatus.DISCUSSING, RoundStatus.DISCUSSING)),
            new Step("DELETE", "/summary/approval", BOTH, Map.of(RoundStatus.DISCUSSING, RoundStatus.DISCUSSING)),
            new Step("POST", "/close", BOTH, Map.of(RoundStatus.CONCLUDED, RoundStatus.FOLLOWED_UP)),
            new Step(
                    "POST",
                    "/cancel",
                    BOTH,
                    Map.of(
                            RoundStatus.PREPARING, RoundStatus.CANCELLED,
                            RoundStatus.CONDUCTING, RoundStatus.CANCELLED,
                            RoundStatus.REFLECTING, RoundStatus.CANCELLED,
                            RoundStatus.DISCUSSING, RoundStatus.CANCELLED)));

    /** The statuses in which there is a summary to approve. */
    private static final Set<RoundStatus> WITH_SUMMARY =
            Set.of(RoundStatus.DISCUSSING, RoundStatus.CONCLUDED, RoundStatus.FOLLOWED_UP);

    private static final Map<RoundStatus, Function<RoundStory, RoundStory>> TOLD_TO = new EnumMap<>(Map.of(
            RoundStatus.PREPARING, RoundStory::confirmed,
            RoundStatus.CONDUCTING, RoundStory::held,
            RoundStatus.REFLECTING, RoundStory::reflected,
            RoundStatus.DISCUSSING, RoundStory::summarised,
            RoundStatus.CONCLUDED, RoundStory::outcomes,
            RoundStatus.FOLLOWED_UP, RoundStory::followedUp,
            RoundStatus.CANCELLED, RoundStory::cancelled));

    private Workplace work;
    private Workplace elsewhere;
    private final Map<RoundStatus, RoundStory> standing = new EnumMap<>(RoundStatus.class);

    static Stream<Arguments> everyStatusStepAndReader() {
        List<Arguments> all = new ArrayList<>();
        for (RoundStatus status : RoundStatus.values()) {
            for (Step step : STEPS) {
                Workplace.READERS.forEach(reader -> all.add(Arguments.of(status, step, reader)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @MethodSource("everyStatusStepAndReader")
    void a_step_is_taken_only_in_its_status_and_by_its_participant(RoundStatus status, Step step, String reader) {
        if (work == null) {
            work = given.aWorkplace();
            elsewhere = given.aWorkplace();
        }
        boolean participant = BOTH.contains(reader);
        boolean legal = step.leads().containsKey(status) && step.takers().contains(reader);
        RoundStory round = legal ? inShapeFor(status, step, reader) : standing.computeIfAbsent(status, this::told);

        Employee caller = work.reader(reader, elsewhere);
        String summaryOrRound = step.path().startsWith("/summary") && WITH_SUMMARY.contains(status) ? "/summary" : "";
        String etag = work.anna().etag(round.path(summaryOrRound));
        int stepsBefore = history(round);
        ValidatableResponse answer = caller.sends(
                step.method(),
                round.path(step.path()),
                etag,
                step.path().matches("/finish-dialogues|/open-discussion|/cancel") ? Map.of() : null);

        if (legal) {
            answer.statusCode(200);
            assertEquals(step.leads().get(status).name(), status(round));
            assertEquals(stepsBefore + 1, history(round), "a step leaves one row");
            return;
        }
        boolean noSummary = step.path().startsWith("/summary") && !WITH_SUMMARY.contains(status);
        answer.statusCode(
                switch (reader) {
                    case "nobody" -> 401;
                    case "HR system" -> 403;
                    default -> !participant || noSummary ? 404 : step.takers().contains(reader) ? 409 : 403;
                });
        assertEquals(status.name(), status(round));
        assertEquals(stepsBefore, history(round), "nothing is recorded");
    }

    private RoundStory told(RoundStatus status) {
        return TOLD_TO.get(status).apply(RoundStory.at(work));
    }

    /** A round of its own for a step that will go through, with everything the step waits for in place. */
    private RoundStory inShapeFor(RoundStatus status, Step step, String reader) {
        return switch (step.method() + step.path()) {
            case "POST/accept", "POST/decline" -> RoundStory.at(work).invited();
            case "POST/confirm" -> RoundStory.at(work).agreed();
            case "DELETE/summary/approval" -> {
                RoundStory round = RoundStory.at(work).summarised();
                String approval = round.path("/summary/approval");
                work.reader(reader, elsewhere)
                        .puts(approval, work.reader(reader, elsewhere).etag(round.path("/summary")), null)
                        .statusCode(200);
                yield round;
            }
            default -> told(status);
        };
    }

    private String status(RoundStory round) {
        return work.anna().reads(round.path("")).statusCode(200).extract().path("status");
    }

    private int history(RoundStory round) {
        Response answer = work.anna().asks().get(round.path("/history"));
        assertTrue(answer.statusCode() == 200);
        return answer.jsonPath().getList("").size();
    }
}
