package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.time.Quarter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/rounds/{roundId}/learning")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "summaries")
public class LearningResource {

    @Inject
    CurrentPerson me;

    @Inject
    ShowLearning showing;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "getLearning",
            summary = "The sentence of learning that I have released to my team, or may",
            description = "Only the evaluatee, from the conclusion on.")
    public LearningView read(UUID roundId) {
        Learning learning = Learning.own(roundId, me.id());
        if (learning.state() == LearningState.WAITING) {
            showing.in(learning.team().id());
            entities.refresh(learning);
        }
        return view(learning);
    }

    @PUT
    @Operation(
            operationId = "releaseLearning",
            summary = "Release one sentence of learning to my team, or change it",
            description =
                    "Under my name the team's members and leaders read it at once. Without it they read it when the"
                            + " quarter is over and at least five of the team have concluded a round, among all others of the time, and"
                            + " nobody is told whose it is. From then on it can be taken back, but not changed. What has stood with my"
                            + " name cannot be without.")
    public LearningView release(
            UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ReleaseLearning command) {
        Learning learning = locked(roundId, ifMatch);
        if (command.named() && !learning.isNamed()) {
            showing.allowName(learning);
        }
        learning.release(command, learning.author().team(), LocalDate.now(clock));
        entities.flush();
        return view(learning);
    }

    @DELETE
    @Operation(
            operationId = "takeBackLearning",
            summary = "Take my sentence back",
            description = "At any time. The team can read it no longer.")
    public LearningView takeBack(UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Learning learning = locked(roundId, ifMatch);
        learning.takeBack();
        entities.flush();
        return view(learning);
    }

    private Learning locked(UUID roundId, String ifMatch) {
        Learning learning = Learning.ownForChange(roundId, me.id());
        IfMatch.check(ifMatch, learning.version(), () -> view(learning));
        return learning;
    }

    private LearningView view(Learning learning) {
        return LearningView.of(learning, learning.author().team(), Quarter.of(LocalDate.now(clock)));
    }
}
