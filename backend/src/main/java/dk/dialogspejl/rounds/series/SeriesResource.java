package dk.dialogspejl.rounds.series;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/series")
@RolesAllowed(Role.IS_LEADER)
@Transactional
@Tag(name = "rounds")
public class SeriesResource {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentLanguage language;

    @Inject
    Progress progress;

    @Inject
    Event<PeopleReminded> reminded;

    @GET
    @Operation(
            operationId = "listSeries",
            summary = "Rounds started for the teams I lead, newest first, with how many stand where")
    public RestResponse<List<SeriesRow>> list(@Valid @BeanParam Paging paging, UriInfo uri) {
        List<RoundSeries> series = RoundSeries.ledBy(me.id(), paging.start(), paging.rowsToRead());
        Map<UUID, List<SeriesRow.Count>> counts = progress.counts(series);
        List<SeriesRow> rows = series.stream()
                .map(one -> SeriesRow.of(one, counts.getOrDefault(one.id(), List.of()), language.get()))
                .toList();
        return paging.page(rows, row -> new Cursor(row.startedAt(), row.id()), uri);
    }

    @GET
    @Path("/{seriesId}")
    @Operation(
            operationId = "getSeries",
            summary = "Where each of the rounds stands",
            description = "Statuses and days. Never what anybody wrote, agreed on or chose.")
    public SeriesView read(UUID seriesId) {
        return view(RoundSeries.ledBy(me.id(), seriesId));
    }

    @POST
    @Path("/{seriesId}/reminders")
    @Operation(
            operationId = "remindPeople",
            summary = "Remind people of their rounds",
            description =
                    "Each is told what waits for them; nobody more than once a day. Those whose rounds are over are"
                            + " passed over.")
    public SeriesView remind(UUID seriesId, @NotNull @Valid RemindPeople command) {
        RoundSeries series = RoundSeries.ledBy(me.id(), seriesId);
        List<UUID> rounds = progress.remind(series, command.people());
        if (!rounds.isEmpty()) {
            reminded.fire(new PeopleReminded(me.id(), rounds));
        }
        return view(series);
    }

    private SeriesView view(RoundSeries series) {
        return SeriesView.of(series, progress.people(series), language.get());
    }
}
