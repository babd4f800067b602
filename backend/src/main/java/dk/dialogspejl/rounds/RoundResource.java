package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Idempotent;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/rounds")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "rounds")
public class RoundResource {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentLanguage language;

    @Inject
    Guards guards;

    @Inject
    BeginRound begin;

    @Inject
    TakeStep steps;

    @Inject
    Event<RoundChanged> roundChanged;

    @Inject
    Clock clock;

    @GET
    @Operation(operationId = "listRounds", summary = "My rounds, newest first")
    public RestResponse<List<RoundRow>> list(
            @QueryParam("role") @Parameter(description = "Only the rounds where I have this part") Participant part,
            @QueryParam("status") @Parameter(description = "Only rounds in these statuses") Set<RoundStatus> statuses,
            @Valid @BeanParam Paging paging,
            UriInfo uri) {
        List<Round> rounds = Rounds.visibleTo(me.id()).page(part, statuses, paging.start(), paging.rowsToRead());
        Map<UUID, Set<Condition>> unmet = guards.unmet(rounds, me.id());
        List<RoundRow> rows = rounds.stream()
                .map(round -> RoundRow.of(round, me.id(), unmet.get(round.id()), language.get()))
                .toList();
        return paging.page(rows, row -> new Cursor(row.createdAt(), row.id()), uri);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "createRound",
            summary = "Begin a round about my own dialogues and invite a partner",
            description = "The round keeps the guide's newest version from here on.")
    public RoundView create(@NotNull @Valid CreateRound command) {
        return begin.begin(command, round -> {});
    }

    @GET
    @Path("/{roundId}")
    @Operation(operationId = "getRound", summary = "A round, with the steps I can take now")
    public RoundView read(UUID roundId) {
        Round round = Rounds.visibleTo(me.id()).byId(roundId);
        return RoundView.of(round, me.id(), guards.unmet(round, me.id()), language.get());
    }

    @GET
    @Path("/{roundId}/agreement")
    @Operation(operationId = "getAgreement", summary = "The agreement, and what changed since I confirmed")
    public AgreementView readAgreement(UUID roundId) {
        return AgreementView.of(Rounds.visibleTo(me.id()).byId(roundId), me.id(), language.get());
    }

    @PUT
    @Path("/{roundId}/agreement")
    @Operation(
            operationId = "changeAgreement",
            summary = "Change the agreement",
            description =
                    "Either participant, while the round is being prepared. A change withdraws both confirmations.")
    public AgreementView changeAgreement(
            UUID roundId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ChangeAgreement command) {
        Round round = Rounds.visibleTo(me.id()).forStep(roundId);
        IfMatch.check(ifMatch, round.version(), () -> AgreementView.of(round, me.id(), language.get()));
        Participant by = round.participant(me.id());
        Agreement changed = command.agreement(by, round.agreement());
        AgreementFaults.refuse(changed, round.agreement(), OrganisationRules.current(), LocalDate.now(clock));
        Person partner = command.namesAnother(round.partner())
                ? BeginRound.partner(command.partnerId(), round.evaluatee().id())
                : round.partner();
        int before = round.version();
        Optional<StepTaken> invitation = round.changeAgreement(by, changed, partner, clock.instant());
        Round.getEntityManager().flush();
        invitation.ifPresent(steps::tell);
        if (round.version() != before) {
            roundChanged.fire(new RoundChanged(round, RoundPart.AGREEMENT));
            roundChanged.fire(new RoundChanged(round, RoundPart.ROUND));
        }
        return AgreementView.of(round, me.id(), language.get());
    }

    @GET
    @Path("/{roundId}/history")
    @Operation(operationId = "getRoundHistory", summary = "The steps taken: who, when, from where to where")
    public List<StepRow> history(UUID roundId) {
        Round round = Rounds.visibleTo(me.id()).byId(roundId);
        return StepTaken.of(round, round.participant(me.id())).stream()
                .map(StepRow::of)
                .toList();
    }
}
